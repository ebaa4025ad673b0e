import type { Query, QueryClient, QueryKey } from '@tanstack/react-query';

/** When nothing of these is being read any more, whatever came of it. */
export const settled = (queries: readonly Query[]) =>
  Promise.allSettled(queries.map(({ promise }) => promise ?? Promise.resolve()));

/** Changes what is cached now, and again once what is being read below `queryKey` has come: that may be from before it. */
export function nowAndAfterReads(cache: QueryClient, queryKey: QueryKey, change: () => void): void {
  change();
  const reading = cache.getQueryCache().findAll({ queryKey, fetchStatus: 'fetching' });
  if (reading.length > 0) void settled(reading).then(change);
}
