import { infiniteQueryOptions, mutationOptions, type QueryKey } from '@tanstack/react-query';
import type { Page } from '#contract/common.ts';
import { type Message, messageOperations as operations, type MessageScope } from '#contract/messages.ts';
import { call, callPage } from './client.ts';
import { readAgain, upsert } from './messageCache.ts';

/** Which conversations: of a scope, or those with a text that contains `q`. */
export type ConversationFilter = { scope?: MessageScope; q?: string };

const PER_PAGE = 50;
/** Events keep what is shown fresh; this is for what was missed while nobody listened. */
const STALE = 5 * 60_000;

/** Where the next page starts: as far as is loaded, so that texts that arrive meanwhile shift nothing. */
function nextOffset(last: Page<Message>, pages: Page<Message>[]) {
  const loaded = pages.reduce((sum, { items }) => sum + items.length, 0);
  return last.items.length > 0 && loaded < last.total ? loaded : undefined;
}

export const messages = {
  all: ['messages'] as const,

  /** The last message of each conversation, newest first. */
  conversations: (filter: ConversationFilter = {}) =>
    infiniteQueryOptions({
      queryKey: [...messages.all, 'list', filter] as QueryKey,
      queryFn: ({ pageParam: offset, signal }) =>
        callPage(operations.list, {
          query: { ...filter, last_message_to_each_contact: true, per_page: PER_PAGE, ...(offset > 0 && { offset }) },
          signal,
        }),
      initialPageParam: 0,
      getNextPageParam: nextOffset,
      staleTime: STALE,
    }),

  /** One conversation, newest first. */
  thread: (contactId: number) =>
    infiniteQueryOptions({
      queryKey: [...messages.all, 'thread', contactId] as QueryKey,
      queryFn: ({ pageParam: offset, signal }) =>
        callPage(operations.thread, {
          params: { contact_id: contactId },
          query: { per_page: PER_PAGE, ...(offset > 0 && { offset }) },
          signal,
        }),
      initialPageParam: 0,
      getNextPageParam: nextOffset,
      staleTime: STALE,
    }),

  /** Marks texts of one conversation read or unread, one request each; shown at once, and those that are refused taken back. */
  setRead: () =>
    mutationOptions({
      mutationFn: async ({ of, read }: { of: Message[]; read: boolean }, { client: cache }) => {
        const asked = of.map(({ id }) => call(operations.update, { params: { id }, body: { read } }));
        const answers = await Promise.allSettled(asked);
        for (const answer of answers) if (answer.status === 'fulfilled') upsert(cache, answer.value);
        const refused = of.filter((_, index) => answers[index]?.status === 'rejected');
        readAgain(cache, refused, !read);
        await Promise.all(asked);
      },
      onMutate: ({ of, read }, { client: cache }) => readAgain(cache, of, read),
    }),
};
