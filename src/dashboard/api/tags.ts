import { queryOptions } from '@tanstack/react-query';
import { tagOperations as operations } from '#contract/tags.ts';
import { callPage } from './client.ts';

/** More than most accounts have; what is beyond can still be typed. */
const SUGGESTIONS = 100;

/** Nobody can find their way among more tags than this. */
const MOST_PAGES = 50;

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

  /** All of them, a request for each hundred. */
  every: () =>
    queryOptions({
      queryKey: [...tags.all, 'every'] as const,
      queryFn: async ({ signal }) => {
        const found: string[] = [];
        for (let page = 1; page <= MOST_PAGES; page += 1) {
          const { items, total } = await callPage(operations.list, { query: { page, per_page: SUGGESTIONS }, signal });
          found.push(...items);
          if (items.length < SUGGESTIONS || page * SUGGESTIONS >= total) break;
        }
        return [...new Set(found)];
      },
      staleTime: 60_000,
    }),
};
