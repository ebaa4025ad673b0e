import { keepPreviousData, mutationOptions, queryOptions } from '@tanstack/react-query';
import { blockedNumberOperations as operations, type PhoneNumberInput } from '#contract/blockedNumbers.ts';
import type { QueryInput } from '#contract/operation.ts';
import { changedElsewhere } from './changedElsewhere.ts';
import { call, callPage } from './client.ts';

/** What a list of blocked numbers can be asked for. */
export type BlockedNumberFilter = Partial<QueryInput<typeof operations.list>>;

const all = ['blockedNumbers'] as const;

export const blockedNumbers = {
  all,

  /** One page, newest first. */
  list: (filter: BlockedNumberFilter) =>
    queryOptions({
      queryKey: [...all, 'list', filter] as const,
      queryFn: ({ signal }) => callPage(operations.list, { query: filter, signal }),
      placeholderData: keepPreviousData,
    }),

  create: () =>
    mutationOptions({
      mutationFn: (body: PhoneNumberInput) => call(operations.create, { body }),
      onSettled: (_answer, _error, _input, _result, { client: cache }) => changedElsewhere(cache, 'blockedNumbers'),
    }),

  /** The number may text and be texted again. */
  remove: () =>
    mutationOptions({
      mutationFn: (id: number) => call(operations.delete, { params: { id } }),
      onSettled: (_answer, _error, _input, _result, { client: cache }) => changedElsewhere(cache, 'blockedNumbers'),
    }),
};
