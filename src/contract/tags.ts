import { z } from 'zod/mini';
import { Paging } from './common.ts';
import { operations } from './operation.ts';

export const tagOperations = operations({
  list: {
    method: 'GET',
    path: '/tags',
    summary: 'List all tags for an account',
    description: 'In alphabetical order.',
    query: Paging,
    reply: z.array(z.string()),
    paged: true,
  },
});
