import { type Message, messageOperations as operations } from '#contract/messages.ts';
import { ApiError } from '#dashboard/lib/ApiError.ts';
import { sightings, type Sought } from '#dashboard/lib/lookup.ts';
import { callPage } from './client.ts';

/** A text may still be on its way when it is first looked for: only two looks apart say that it is not there. */
const LOOKS = [1_500, 4_000];
const LONGEST_WAIT = 8_000;

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * Finds out whether a text went out whose answer never came: the messages in its thread that can be it, none if it did
 * not go out. Waits for the service to answer again, however long that takes.
 */
export async function lookUp({ contactId, ...sought }: Sought & { contactId: number }): Promise<Message[]> {
  let failures = 0;
  for (let look = 0; look < LOOKS.length;) {
    await pause(failures > 0 ? Math.min(1_000 * 2 ** failures, LONGEST_WAIT) : LOOKS[look]!);
    try {
      const { items } = await callPage(operations.thread, {
        params: { contact_id: contactId },
        query: { per_page: 50 },
      });
      const found = sightings(items, sought);
      if (found.length > 0) return found;
      failures = 0;
      look += 1;
    } catch (error) {
      // A thread that nobody may read any more, or that is gone, holds no text that went out.
      if (error instanceof ApiError && [401, 403, 404].includes(error.status)) return [];
      failures += 1;
    }
  }
  return [];
}
