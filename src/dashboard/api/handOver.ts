import { Broadcast, broadcastOperations as operations } from '#contract/broadcasts.ts';
import { readLiberally } from '#contract/liberal.ts';
import { ApiError } from '#dashboard/lib/ApiError.ts';
import { sighting, type Sought } from '#dashboard/lib/broadcastLookup.ts';
import { call, callPage } from './client.ts';
import { fateOf } from './draftFate.ts';

/** A broadcast as it is handed to the service. */
export type ToHandOver = Sought & {
  /** Under which the gateway passes it on once. */
  sendKey: string;
  fromTemplate?: boolean;
};

/** What came of it: the service has it, said no, or may be asked again in some seconds. */
export type Handed = { made: Broadcast; lookedUp?: true } | { refused: string } | { wait: number; why: string };

/** Hands a broadcast over, once. An answer that does not come is looked up, however long that takes. */
export async function handOver(what: ToHandOver, onLookUp: () => void): Promise<Handed> {
  const { sender, group, text, deliverAt, fromTemplate, sendKey } = what;
  const body = {
    sender,
    group,
    message_body: text,
    ...(deliverAt && { deliver_at: deliverAt }),
    ...(fromTemplate && { from_template: true }),
  };
  try {
    return { made: await call(operations.create, { body, draftKey: sendKey, keepalive: true }) };
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    const { status, retryAfter, message } = error;
    if (status === 429) return { wait: retryAfter ?? 60, why: message };
    if (status === 503) return { wait: retryAfter ?? 10, why: message };
    if (status >= 400 && status < 500 && status !== 408 && status !== 409) return { refused: message };
    onLookUp();
    return findOut(what);
  }
}

/** A broadcast may still be on its way when it is first looked for: only two looks apart say that it is not there. */
const LOOKS = [1_500, 4_000];
const LONGEST_WAIT = 8_000;

export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Finds out whether a broadcast went out whose answer never came: asks the gateway, else looks among the broadcasts. */
export async function findOut(what: ToHandOver): Promise<Exclude<Handed, { wait: number }>> {
  let failures = 0;
  for (let looks = 0; looks < LOOKS.length;) {
    try {
      const told = looks === 0 ? await askGateway(what) : undefined;
      if (told === 'again') {
        await pause(1_000);
        continue;
      }
      if (told) return told;
      await pause(LOOKS[looks]!);
      const { items } = await callPage(operations.list, { query: { per_page: 50 }, fresh: true });
      const found = sighting(items, what);
      if (found) return { made: found, lookedUp: true };
      failures = 0;
      looks += 1;
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      failures += 1;
      await pause(Math.min(1_000 * 2 ** failures, LONGEST_WAIT));
    }
  }
  return ABSENT;
}

const ABSENT = { refused: 'Looked up: it did not go out.' };

/** Undefined where the gateway does not know either, as after a restart. */
async function askGateway({
  sendKey,
  handedAt,
}: ToHandOver): Promise<Exclude<Handed, { wait: number }> | 'again' | undefined> {
  try {
    const { fate, reply } = await fateOf(sendKey, handedAt);
    if (fate === 'sending') return 'again';
    if (fate === 'never') return ABSENT;
    if (fate === 'sent') return { made: readLiberally(Broadcast, reply), lookedUp: true };
  } catch (error) {
    // No such question at this gateway: the list will tell.
    if (error instanceof ApiError && error.status !== 404) throw error;
  }
  return undefined;
}
