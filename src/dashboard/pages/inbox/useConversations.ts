import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { Message } from '#contract/messages.ts';
import { useLeavingPeople } from '#dashboard/api/deleteContact.ts';
import { itemsOf } from '#dashboard/api/messageCache.ts';
import { messages } from '#dashboard/api/messages.ts';
import { personOf } from '#dashboard/lib/conversation.ts';
import { filterOf, type InboxState } from './inboxState.ts';

/** How far "failed" looks by itself; further on request. */
const LOOKED_THROUGH = 200;

/** The conversations the address asks for, page by page. */
export function useConversations(state: InboxState) {
  const query = useInfiniteQuery(messages.conversations(filterOf(state)));
  const { data, hasNextPage, isFetchingNextPage, isError, fetchNextPage } = query;
  const leaving = useLeavingPeople();
  const loaded = newestByPerson(itemsOf(data)).filter((row) => !leaving.has(personOf(row).id));
  const rows = state.scope === 'failed' ? loaded.filter(({ status }) => status === 'failed') : loaded;

  const looksOn = state.scope === 'failed' && hasNextPage && !isError && loaded.length < LOOKED_THROUGH;
  useEffect(() => {
    if (looksOn && !isFetchingNextPage) void fetchNextPage();
  }, [looksOn, isFetchingNextPage, fetchNextPage]);

  return { ...query, rows, lookedThrough: loaded.length, total: data?.pages.at(-1)?.total ?? 0 };
}

/** One row a person, the first met: the list is newest first, and a page may repeat one that an event has moved up. */
const newestByPerson = (items: readonly Message[]) => [
  ...items
    .reduce((rows, message) => {
      const { id } = personOf(message);
      return rows.has(id) ? rows : rows.set(id, message);
    }, new Map<number, Message>())
    .values(),
];
