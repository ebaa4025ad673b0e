import { queryOptions } from '@tanstack/react-query';
import type { QueryInput } from '#contract/operation.ts';
import { userOperations as operations } from '#contract/users.ts';
import { ApiError } from '#dashboard/lib/ApiError.ts';
import { call, callPage } from './client.ts';

/** What a list of users can be asked for. */
export type UserListFilter = Partial<QueryInput<typeof operations.list>>;

/** People join and leave a team rarely. */
const STALE = 5 * 60_000;
/** More than an account has, as a rule; what chooses a sender reads no further. */
const CHOSEN = 100;

const all = ['users'] as const;

export const users = {
  all,

  list: (filter: UserListFilter = {}) =>
    queryOptions({
      queryKey: [...all, 'list', filter] as const,
      queryFn: ({ signal }) => callPage(operations.list, { query: filter, signal }),
      staleTime: STALE,
    }),

  /** Who can be a sender: everybody who is not archived. */
  choices: () => users.list({ per_page: CHOSEN }),

  /** Who is signed in. */
  current: () =>
    queryOptions({
      queryKey: [...all, 'current'] as const,
      queryFn: async ({ signal }) => {
        const [user] = await call(operations.current, { signal });
        if (!user) throw new ApiError(200, 'The service does not tell who is signed in.');
        return user;
      },
      staleTime: STALE,
    }),

  detail: (id: number) =>
    queryOptions({
      queryKey: [...all, 'detail', id] as const,
      queryFn: ({ signal }) => call(operations.get, { params: { id }, signal }),
      staleTime: STALE,
    }),
};
