import { keepPreviousData, mutationOptions, queryOptions } from '@tanstack/react-query';
import { broadcastOperations as operations } from '#contract/broadcasts.ts';
import type { BodyInput } from '#contract/operation.ts';
import { isMoving, staleIn } from '#dashboard/lib/broadcastState.ts';
import { type BroadcastListFilter, readBroadcasts } from './broadcastPages.ts';
import { call } from './client.ts';

const all = ['broadcasts'] as const;

/** Events keep what is shown fresh; this is for what was missed while nobody listened. */
const STALE = 5 * 60_000;

export const broadcasts = {
  all,
  lists: [...all, 'list'] as const,

  /** One page, newest first. Read again while one of them is going out, and when the next one is due. */
  list: (filter: BroadcastListFilter = {}) =>
    queryOptions({
      queryKey: [...broadcasts.lists, filter] as const,
      queryFn: async ({ signal, client: cache }) => {
        const page = await readBroadcasts(filter, signal);
        for (const broadcast of page.items) cache.setQueryData(broadcasts.detail(broadcast.id).queryKey, broadcast);
        return page;
      },
      placeholderData: keepPreviousData,
      refetchInterval: ({ state }) => (state.data ? staleIn(state.data.items, new Date()) : false),
    }),

  /** One broadcast; read again while it is going out. */
  detail: (id: number) =>
    queryOptions({
      queryKey: [...all, 'detail', id] as const,
      queryFn: ({ signal }) => call(operations.get, { params: { id }, signal }),
      staleTime: ({ state }) => (state.data && isMoving(state.data) ? 0 : STALE),
      refetchInterval: ({ state }) => (state.data ? staleIn([state.data], new Date()) : false),
    }),

  /** Hands a broadcast to the service, once. People press through the outbox (`api/broadcastOutbox.ts`), not here. */
  create: () =>
    mutationOptions({
      mutationFn: (body: BodyInput<typeof operations.create>) => call(operations.create, { body }),
      onSuccess: (broadcast, _input, _result, { client: cache }) =>
        cache.setQueryData(broadcasts.detail(broadcast.id).queryKey, broadcast),
      meta: { invalidates: [all] },
    }),

  /** Takes a scheduled or held one back; refused once it has started. Finishes although the window closes. */
  remove: () =>
    mutationOptions({
      mutationFn: (id: number) => call(operations.delete, { params: { id }, keepalive: true }),
      onSuccess: (_answer, id, _result, { client: cache }) =>
        cache.removeQueries({ queryKey: broadcasts.detail(id).queryKey }),
      meta: { invalidates: [broadcasts.lists] },
    }),
};
