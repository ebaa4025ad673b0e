import { keepPreviousData, mutationOptions, queryOptions } from '@tanstack/react-query';
import type { PhoneNumberInput } from '#contract/blockedNumbers.ts';
import type { QueryInput } from '#contract/operation.ts';
import { type OptOut, optOutOperations as operations } from '#contract/optOuts.ts';
import { call, callPage } from './client.ts';

/** What a list of opt-outs can be asked for. */
export type OptOutFilter = Partial<QueryInput<typeof operations.list>>;

const all = ['optOuts'] as const;

/** Whether a contact can be texted is told with the contact. */
const meta = { invalidates: [all, ['contacts']] };

export const optOuts = {
  all,

  /** One page, newest first; also of those who opted in again. Each is whole, so opening one costs no request. */
  list: (filter: OptOutFilter) =>
    queryOptions({
      queryKey: [...all, 'list', filter] as const,
      queryFn: async ({ signal, client: cache }) => {
        const page = await callPage(operations.list, { query: filter, signal });
        for (const optOut of page.items) cache.setQueryData(optOuts.detail(optOut.id).queryKey, optOut);
        return page;
      },
      placeholderData: keepPreviousData,
    }),

  detail: (id: number) =>
    queryOptions({
      queryKey: [...all, 'detail', id] as const,
      queryFn: ({ signal }) => call(operations.get, { params: { id }, signal }),
    }),

  /** Also opts a number out that had opted in again. */
  create: () => mutationOptions({ mutationFn: (body: PhoneNumberInput) => call(operations.create, { body }), meta }),

  change: (id: number) =>
    mutationOptions({
      mutationFn: (opt_in: boolean) => call(operations.update, { params: { id }, body: { opt_in } }),
      onSuccess: (optOut: OptOut, _input, _result, { client: cache }) =>
        cache.setQueryData(optOuts.detail(id).queryKey, optOut),
      meta,
    }),

  /** Forgets that the number ever opted out; it may be texted again. */
  remove: () =>
    mutationOptions({
      mutationFn: (id: number) => call(operations.delete, { params: { id } }),
      meta,
    }),
};
