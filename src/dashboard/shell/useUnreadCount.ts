import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { messages } from '#dashboard/api/messages.ts';
import { setUnread } from '#dashboard/lib/title.ts';

/** Tells the tab and the navigation how many conversations are unread, on whichever page one is. */
export function useUnreadCount(): void {
  const { data } = useInfiniteQuery({ ...messages.conversations({ scope: 'unread' }), throwOnError: false });
  const total = data?.pages.at(-1)?.total;
  useEffect(() => {
    if (total !== undefined) setUnread(total);
  }, [total]);
}
