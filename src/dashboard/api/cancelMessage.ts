import type { QueryClient } from '@tanstack/react-query';
import { type Message, messageOperations as operations } from '#contract/messages.ts';
import { ApiError } from '#dashboard/lib/ApiError.ts';
import { isPending, personOf } from '#dashboard/lib/conversation.ts';
import { alertThat } from '#dashboard/lib/later.ts';
import { call } from './client.ts';
import { removed } from './messageCache.ts';

/** Takes back a text that has not gone out; refused once it has. */
export const cancelMessage = ({ id }: Pick<Message, 'id'>) => call(operations.delete, { params: { id } });

/** The same while the window closes; nobody is left to read the answer. */
export const cancelLast = ({ id }: Pick<Message, 'id'>) =>
  call(operations.delete, { params: { id }, keepalive: true }).then(
    () => undefined,
    () => undefined,
  );

type Cancelled = 'gone' | 'sent';

const FIRST_WAIT = 1_000;
const LONGEST_WAIT = 15_000;

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * Cancels a text for certain: without an answer it asks again, until the service says that the text is gone or that it
 * went out. To cancel twice is to cancel once.
 */
async function cancelForCertain(message: Message): Promise<Cancelled> {
  for (let wait = FIRST_WAIT; ; wait = Math.min(wait * 2, LONGEST_WAIT)) {
    try {
      await cancelMessage(message);
      return 'gone';
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      if (error.status === 404 || error.status === 410) return 'gone';
      if (error.status === 422 || error.status === 403 || error.status === 409) return 'sent';
      // Nobody is signed in any more: the next window goes on.
      if (error.status === 401) throw error;
      await pause(error.retryAfter ? error.retryAfter * 1_000 : wait);
    }
  }
}

/**
 * The second half of changing a scheduled text: the new one is there, the old one goes. If the old one has gone out
 * meanwhile, the new one is cancelled instead, so that nobody gets both. Rejects only where it has to be begun again.
 */
export async function finishSwap(cache: QueryClient, old: Message, made: Message): Promise<void> {
  removed(cache, old);
  if ((await cancelForCertain(old)) === 'gone') return;
  // The service tells by an event, or when the thread is next read, how the old one stands.
  void cache.invalidateQueries({ queryKey: ['messages', 'thread', personOf(old).id] });
  if (isPending(made) && (await cancelForCertain(made)) === 'gone') {
    removed(cache, made);
    alertThat('Not changed: the scheduled text had gone out before it could be replaced. The new one is cancelled.');
  } else alertThat('The scheduled text had gone out before it could be replaced. The new one went out too.');
}
