import type { QueryClient } from '@tanstack/react-query';
import { type Message, messageOperations as operations } from '#contract/messages.ts';
import { isPending } from '#dashboard/lib/conversation.ts';
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

/**
 * The second half of changing a scheduled text: the new one is there, the old one goes. If the old one can't go any
 * more, the new one does instead, so that nobody gets both; what can't be settled is told.
 */
export async function finishSwap(cache: QueryClient, old: Message, made: Message): Promise<void> {
  try {
    await cancelMessage(old);
    removed(cache, old);
    return;
  } catch (error) {
    const why = error instanceof Error ? error.message : '';
    if (!isPending(made)) return void alertThat(`The text it replaces may go out too; cancel it in the thread. ${why}`);
    try {
      await cancelMessage(made);
      removed(cache, made);
      alertThat(`Not changed: the scheduled text could not be cancelled, so its replacement was. ${why}`);
    } catch {
      alertThat('Both the old and the new text are scheduled. Cancel one of them in the thread.');
    }
  }
}
