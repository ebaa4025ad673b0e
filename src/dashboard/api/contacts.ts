import { mutationOptions, queryOptions } from '@tanstack/react-query';
import { type ContactChange, contactOperations as operations } from '#contract/contacts.ts';
import { call } from './client.ts';

export const contacts = {
  all: ['contacts'] as const,

  detail: (id: number) =>
    queryOptions({
      queryKey: [...contacts.all, 'detail', id],
      queryFn: ({ signal }) => call(operations.get, { params: { id }, signal }),
      staleTime: 5 * 60_000,
    }),

  /** Changes some fields; shown at once, taken back if refused. */
  change: (id: number) =>
    mutationOptions({
      mutationFn: (body: Partial<ContactChange>) => call(operations.update, { params: { id }, body }),
      onMutate: async (change, { client: cache }) => {
        const { queryKey } = contacts.detail(id);
        await cache.cancelQueries({ queryKey });
        const before = cache.getQueryData(queryKey);
        const { flagged, notes, tags } = change;
        cache.setQueryData(
          queryKey,
          (old) =>
            old && {
              ...old,
              ...(flagged !== undefined && { flagged }),
              ...(notes !== undefined && { notes }),
              ...(tags !== undefined && { tags }),
            },
        );
        return before;
      },
      onError: (_error, _change, before, { client: cache }) => cache.setQueryData(contacts.detail(id).queryKey, before),
      onSuccess: (contact, _change, _before, { client: cache }) =>
        cache.setQueryData(contacts.detail(id).queryKey, contact),
    }),
};
