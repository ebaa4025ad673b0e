import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { Paging } from '#contract/common.ts';
import { tagOperations as operations } from '#contract/tags.ts';
import { callPage } from './client.ts';

/** More than most accounts have; what is beyond can still be typed. */
const SUGGESTIONS = 100;

export const tags = {
  all: ['tags'] as const,

  /** Tags to choose from, in alphabetical order. */
  suggestions: () =>
    queryOptions({
      queryKey: [...tags.all, 'suggestions'] as const,
      queryFn: ({ signal }) => callPage(operations.list, { query: { per_page: SUGGESTIONS }, signal }),
      select: ({ items }) => items,
      staleTime: 5 * 60_000,
    }),

  /** One page of all tags, in alphabetical order. */
  list: (filter: Partial<Paging>) =>
    queryOptions({
      queryKey: [...tags.all, 'list', filter] as const,
      queryFn: ({ signal }) => callPage(operations.list, { query: filter, signal }),
      placeholderData: keepPreviousData,
    }),
};
