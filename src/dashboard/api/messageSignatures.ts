import { queryOptions } from '@tanstack/react-query';
import { messageSignatureOperations as operations } from '#contract/messageSignatures.ts';
import { ApiError } from '#dashboard/lib/ApiError.ts';
import { callPage } from './client.ts';

export const messageSignatures = {
  all: ['messageSignatures'] as const,

  /** What the service appends to every text now; null when nothing. */
  active: () =>
    queryOptions({
      queryKey: [...messageSignatures.all, 'active'],
      queryFn: async ({ signal }) => {
        try {
          const { items } = await callPage(operations.list, { query: { per_page: 100 }, signal });
          return items.find(({ is_active }) => is_active)?.content ?? null;
        } catch (error) {
          // A service without signatures appends none.
          if (error instanceof ApiError && [404, 405].includes(error.status)) return null;
          throw error;
        }
      },
      staleTime: 10 * 60_000,
    }),
};
