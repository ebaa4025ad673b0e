import { setImmediate } from 'node:timers/promises';
import type { Carrier } from '#server/carrier/carrier.ts';
import { advanceBroadcast } from '#server/store/broadcastsSend.ts';
import { sendTexts } from '#server/store/messagesSend.ts';
import type { Backstage } from '#server/store/scope.ts';
import type { Worker } from './queue.ts';

/** A job ends after this long and leaves the rest to the next: one that is cut off is missed for some seconds. */
const spellMs = 1_500;

/** Turns broadcasts into texts, step by step, `atOnce` of them in one transaction. */
export const startBroadcasts = (scope: Backstage, atOnce: number): Worker<'broadcasts.start'> => ({
  queue: 'broadcasts.start',
  batchSize: 1,
  batches: 2,
  run: async (jobs) => {
    for (const { broadcastId } of jobs) await advance(scope, broadcastId, atOnce);
  },
});

async function advance(scope: Backstage, broadcastId: number, atOnce: number): Promise<void> {
  const until = Date.now() + spellMs;
  while (await advanceBroadcast(scope, broadcastId, atOnce)) {
    if (Date.now() > until) return scope.enqueue(scope.db, [{ queue: 'broadcasts.start', broadcastId }]);
    // On an embedded database every step blocks; whoever waits gets a turn between two.
    await setImmediate();
  }
}

/** Hands the texts of broadcasts over to the phone network, under the same ids when tried again. */
export const sendBroadcasts = (scope: Backstage, carrier: Carrier): Worker<'broadcasts.send'> => ({
  queue: 'broadcasts.send',
  batchSize: 1,
  batches: 2,
  run: async (jobs) => {
    for (const { messageIds } of jobs) {
      await sendTexts(
        scope,
        carrier,
        messageIds.map((messageId) => ({ messageId })),
      );
    }
  },
});
