import { queryOptions } from '@tanstack/react-query';
import { messageTemplateOperations as operations } from '#contract/messageTemplates.ts';
import { callPage } from './client.ts';

const SEARCHED = 100;

export const messageTemplates = {
  all: ['messageTemplates'] as const,

  /** The first hundred: what a picker searches through without asking again. */
  picker: () =>
    queryOptions({
      queryKey: [...messageTemplates.all, 'picker'],
      queryFn: ({ signal }) => callPage(operations.list, { query: { per_page: SEARCHED }, signal }),
      staleTime: 5 * 60_000,
    }),
};
