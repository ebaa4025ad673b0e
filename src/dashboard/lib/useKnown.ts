import { type DataTag, hashKey, type QueryKey, useQueryClient } from '@tanstack/react-query';
import { useCallback, useRef, useSyncExternalStore } from 'react';

/**
 * What is known of a query, now and from now on; never asks for it. For what there are many of on a screen: an observer,
 * as `useQuery` makes one, takes ten times as long.
 */
export function useKnown<Data>({ queryKey }: { queryKey: DataTag<QueryKey, Data, Error> }): Data | undefined {
  const queries = useQueryClient().getQueryCache();
  const hash = hashKey(queryKey);
  const subscribe = useCallback(
    (changed: () => void) => queries.subscribe(({ query }) => query.queryHash === hash && changed()),
    [queries, hash],
  );
  // Nobody observes it, so it is forgotten one day; not here.
  const kept = useRef<{ hash: string; data: Data | undefined }>({ hash, data: undefined });
  return useSyncExternalStore(subscribe, () => {
    const data = queries.get<Data>(hash)?.state.data;
    if (data !== undefined || kept.current.hash !== hash) kept.current = { hash, data };
    return kept.current.data;
  });
}
