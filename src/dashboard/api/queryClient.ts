import {
  type InvalidateOptions,
  type InvalidateQueryFilters,
  MutationCache,
  QueryClient,
  type QueryKey,
} from '@tanstack/react-query';
import { ApiError, isMissing } from '#dashboard/lib/ApiError.ts';
import { settled } from './settled.ts';

declare module '@tanstack/react-query' {
  interface Register {
    mutationMeta: {
      /** What the mutation changes; refreshed once it has settled. */
      invalidates?: readonly QueryKey[];
    };
  }
}

const TRIES = 3;
const MAX_WAIT = 30_000;

/** Worth another try: no answer, too many requests, or the service in trouble. Refusals are final. */
const isPassing = (error: Error) =>
  error instanceof ApiError &&
  (error.status === 0 || error.status === 429 || error.status >= 500) &&
  (error.retryAfter ?? 0) * 1000 <= MAX_WAIT;

/** Forgets nothing that changes while something is read for the first time. */
class CarefulClient extends QueryClient {
  /** By itself a first read that began before the change would be kept as the answer; it is asked for once more. */
  override async invalidateQueries<Tagged extends QueryKey = QueryKey>(
    filters?: InvalidateQueryFilters<Tagged>,
    options?: InvalidateOptions,
  ): Promise<void> {
    const begun = this.getQueryCache()
      .findAll(filters)
      .filter(({ state }) => state.data === undefined && state.fetchStatus !== 'idle');
    await super.invalidateQueries(filters, options);
    if (begun.length === 0) return;
    await settled(begun);
    await super.invalidateQueries({ predicate: (query) => begun.includes(query) }, options);
  }
}

export const queryClient: QueryClient = new CarefulClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      gcTime: 10 * 60_000,
      // Requests are counted; what changes arrives by events, and a reconnect refreshes (see live.ts).
      refetchOnWindowFocus: false,
      refetchOnReconnect: true,
      networkMode: 'always',
      throwOnError: (error, query) => isMissing(error) && query.state.data === undefined,
      retry: (failures, error) => failures < TRIES && isPassing(error),
      retryDelay: (failures, error) =>
        error instanceof ApiError && error.retryAfter !== undefined
          ? error.retryAfter * 1000
          : Math.min(500 * 2 ** failures, 8_000) * (0.75 + Math.random() / 2),
    },
    // A POST is never sent twice by itself.
    mutations: { retry: false, networkMode: 'always' },
  },
  mutationCache: new MutationCache({
    // Awaited, so a mutation stays pending until what it changed is fresh again.
    onSettled: (_data, _error, _variables, _result, mutation) =>
      Promise.all((mutation.meta?.invalidates ?? []).map((queryKey) => queryClient.invalidateQueries({ queryKey }))),
  }),
});
