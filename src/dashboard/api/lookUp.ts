import { Message, messageOperations as operations } from '#contract/messages.ts';
import { readLiberally } from '#contract/liberal.ts';
import { ApiError } from '#dashboard/lib/ApiError.ts';
import { sightings } from '#dashboard/lib/lookup.ts';
import { draftKeyOf, type Outgoing } from '#dashboard/lib/outgoing.ts';
import { callPage } from './client.ts';
import { fateOf } from './draftFate.ts';

/** What became of a text: the messages it can be; it did not go out; or nobody can say, and it may still. */
export type Finding = readonly Message[] | 'absent' | 'unknown';

/** A text may still be on its way when it is first looked for: only two looks apart say that it is not there. */
const LOOKS = [1_500, 4_000];
const LONGEST_WAIT = 8_000;

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * Finds out whether a text went out whose answer never came: asks the gateway, which may have heard it or can say that
 * the text never reached it, else looks into the thread. Waits for the service to answer again, however long that takes.
 * `others`: messages that are known to be other texts.
 */
export async function lookUp(outgoing: Outgoing, others: ReadonlySet<number>): Promise<Finding> {
  const told = await patiently(() => askGateway(outgoing));
  if (told !== 'lost' && told !== 'late') return told;
  for (const wait of LOOKS) {
    await pause(wait);
    const found = await patiently(() => lookIntoThread(outgoing, others));
    if (found === 'unknown' || found.length > 0) return found;
  }
  // What the service was still working on when nobody waited any more may come later.
  return told === 'late' ? 'unknown' : 'absent';
}

/** Until there is an answer: the gateway or the service may be away, or somebody has to sign in again. */
async function patiently<T>(ask: () => Promise<T>): Promise<T> {
  for (let failures = 1; ; failures += 1) {
    try {
      return await ask();
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      await pause(Math.min(1_000 * 2 ** failures, LONGEST_WAIT));
    }
  }
}

/** `lost`: the gateway does not know either; `late`: nor did it wait for the service to the end. */
async function askGateway(outgoing: Outgoing): Promise<Finding | 'lost' | 'late'> {
  let late = false;
  for (;;) {
    const { fate, reply } = await fateOf(draftKeyOf(outgoing), outgoing.sentAt ?? outgoing.madeAt);
    if (fate === 'never') return 'absent';
    if (fate === 'sent') return [readLiberally(Message, reply)];
    if (fate !== 'sending') return late ? 'late' : 'lost';
    late = true;
    await pause(1_000);
  }
}

async function lookIntoThread(
  outgoing: Outgoing,
  others: ReadonlySet<number>,
): Promise<readonly Message[] | 'unknown'> {
  try {
    const { items } = await callPage(operations.thread, {
      params: { contact_id: outgoing.contactId },
      query: { per_page: 50 },
      fresh: true,
    });
    return sightings(items, outgoing).filter(({ id }) => !others.has(id));
  } catch (error) {
    // A thread that nobody may read any more, or that is gone, tells nothing.
    if (error instanceof ApiError && [403, 404].includes(error.status)) return 'unknown';
    throw error;
  }
}
