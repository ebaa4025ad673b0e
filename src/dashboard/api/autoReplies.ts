import { mutationOptions, queryOptions } from '@tanstack/react-query';
import { type AutoReply, type AutoReplyInput, autoReplyOperations as operations } from '#contract/autoReplies.ts';
import { call, callPage } from './client.ts';
import { restore } from './contactCache.ts';
import { showSwitched, type Switching } from './switching.ts';

/** More than anybody keeps; the active one must be among them. */
const MOST = 100;

const all = ['autoReplies'] as const;

export const autoReplies = {
  all,

  /** All of them, newest first. */
  list: () =>
    queryOptions({
      queryKey: [...all, 'list'] as const,
      queryFn: ({ signal }) => callPage(operations.list, { query: { per_page: MOST }, signal }),
      staleTime: 10 * 60_000,
    }),

  /** One as the service has it now, before somebody changes it; until then as it was listed. */
  detail: (id: number, listed?: AutoReply) =>
    queryOptions({
      queryKey: [...all, 'detail', id] as const,
      queryFn: ({ signal }) => call(operations.get, { params: { id }, signal }),
      placeholderData: () => listed,
      staleTime: 0,
    }),

  create: () =>
    mutationOptions({
      mutationFn: (body: AutoReplyInput) => call(operations.create, { body }),
      meta: { invalidates: [all] },
    }),

  save: (id: number) =>
    mutationOptions({
      mutationFn: (message: string) => call(operations.update, { params: { id }, body: { message } }),
      meta: { invalidates: [all] },
    }),

  /** Switches one on or off; shown at once, taken back if refused. */
  activate: () =>
    mutationOptions({
      mutationFn: ({ id, on }: Switching) => call(operations.update, { params: { id }, body: { is_active: on } }),
      onMutate: (switching, { client: cache }) =>
        showSwitched<AutoReply>(cache, autoReplies.list().queryKey, switching),
      onError: (_error, _switching, before, { client: cache }) => restore(cache, before),
      meta: { invalidates: [all] },
    }),

  remove: () =>
    mutationOptions({
      mutationFn: (id: number) => call(operations.delete, { params: { id } }),
      meta: { invalidates: [all] },
    }),
};
