import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useLocation } from 'react-router';
import { itemsOf } from '#dashboard/api/messageCache.ts';
import { messages } from '#dashboard/api/messages.ts';
import { useKnown } from '#dashboard/lib/useKnown.ts';
import { isUnread } from '#dashboard/lib/conversation.ts';
import { setUnread } from '#dashboard/lib/title.ts';

/**
 * Tells the tab and the navigation how many conversations are unread, on whichever page one is. The inbox reads its
 * list anyway, so there it is counted in what has been read; that costs no request of its own.
 */
export function useUnreadCount(): void {
  const { pathname, search } = useLocation();
  const readsAll = pathname.startsWith('/inbox') && !/[?&](scope|q)=/.test(search);
  const { data } = useInfiniteQuery({
    ...messages.conversations({ scope: 'unread' }),
    throwOnError: false,
    enabled: !readsAll,
  });
  const all = useKnown(messages.conversations());
  const total = data?.pages.at(-1)?.total ?? (all && itemsOf(all).filter(isUnread).length);
  useEffect(() => {
    if (total !== undefined) setUnread(total);
  }, [total]);
}
