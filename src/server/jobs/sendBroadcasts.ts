import { setImmediate } from 'node:timers/promises';
import type { Carrier } from '#server/carrier/carrier.ts';
import { advanceBroadcast } from '#server/store/broadcastsSend.ts';
import { sendTexts } from '#server/store/messagesSend.ts';
import type { Backstage } from '#server/store/scope.ts';
import type { Turns } from './inTurn.ts';
import type { Worker } from './queue.ts';

/** A job ends after this long and leaves the rest to the next: one that is cut off is missed for some seconds. */
const spellMs = 1_500;

/** Each step, and each batch, is taken in turn. */
type Pace = { textsAtOnce: number; turns: Turns };

/** Turns broadcasts into texts, step by step, `textsAtOnce` in one transaction. */
export const startBroadcasts = (scope: Backstage, pace: Pace): Worker<'broadcasts.start'> => ({
  queue: 'broadcasts.start',
  batchSize: 1,
  batches: 2,
  run: async (jobs) => {
    for (const { broadcastId, after = 0 } of jobs) await advance(scope, broadcastId, after, pace);
  },
});

async function advance(scope: Backstage, broadcastId: number, from: number, { textsAtOnce: atOnce, turns }: Pace) {
  const until = Date.now() + spellMs;
  const stepAfter = (after: number) => turns(() => advanceBroadcast(scope, broadcastId, { atOnce, after }));
  for (let after = await stepAfter(from); after !== null; after = await stepAfter(after)) {
    if (Date.now() > until) return scope.enqueue(scope.db, [{ queue: 'broadcasts.start', broadcastId, after }]);
    // On an embedded database every step blocks; whoever waits gets a turn between two.
    await setImmediate();
  }
}

/** Hands the texts of broadcasts over to the phone network, under the same ids when tried again. */
export const sendBroadcasts = (scope: Backstage, carrier: Carrier, { turns }: Pace): Worker<'broadcasts.send'> => ({
  queue: 'broadcasts.send',
  // More than one, as only a full batch of several is followed by the next without a second's wait.
  batchSize: 2,
  batches: 2,
  run: async (jobs) => {
    for (const { messageIds } of jobs) {
      const claims = messageIds.map((messageId) => ({ messageId }));
      await turns(() => sendTexts(scope, carrier, claims));
    }
  },
});
