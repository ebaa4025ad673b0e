import { queryOptions } from '@tanstack/react-query';
import { broadcastOperations as operations } from '#contract/broadcasts.ts';
import { staleIn } from '#dashboard/lib/broadcastState.ts';
import type { BroadcastPage } from './broadcastPages.ts';
import { broadcasts } from './broadcasts.ts';
import { callPage } from './client.ts';
import { collect, PER_PAGE } from './collect.ts';

/** Of so many of the newest the calendar knows. */
export const KNOWN = 1_000;

/** The newest broadcasts, for every month and week at once: turning a page of the calendar costs no request. */
export const broadcastCalendar = () =>
  queryOptions({
    queryKey: [...broadcasts.lists, 'calendar'] as const,
    queryFn: ({ signal, client: cache }): Promise<BroadcastPage> =>
      collect((page) => callPage(operations.list, { query: { page, per_page: PER_PAGE }, signal }), {
        limit: KNOWN,
      }).then((found) => {
        for (const each of found.items) cache.setQueryData(broadcasts.detail(each.id).queryKey, each);
        return found;
      }),
    staleTime: 5 * 60_000,
    refetchInterval: ({ state }) => (state.data ? staleIn(state.data.items, new Date()) : false),
  });
