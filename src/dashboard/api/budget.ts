import { queryOptions } from '@tanstack/react-query';
import { budgetHeaders } from '#contract/session.ts';
import { queryClient } from './queryClient.ts';

/** Requests of this hour as the gateway last counted them; `refillsAt` in milliseconds since 1970. */
export type Budget = { limit: number; remaining: number; refillsAt: number };

/** Null while unknown. Filled by every reply that carries the numbers; never fetched. */
export const budget = () =>
  queryOptions({
    queryKey: ['budget'],
    queryFn: (): Budget | null => null,
    initialData: null,
    enabled: false,
    gcTime: Infinity,
  });

/** Keeps what a reply says about the budget. */
export function noteBudget(headers: Headers): void {
  const [limit, remaining, seconds] = [budgetHeaders.limit, budgetHeaders.remaining, budgetHeaders.reset].map((name) =>
    Number(headers.get(name) ?? Number.NaN),
  );
  if (!isCount(limit) || !isCount(remaining) || !isCount(seconds)) return;
  const stated: Budget = { limit, remaining, refillsAt: Date.now() + seconds * 1000 };
  queryClient.setQueryData<Budget | null>(['budget'], stated);
}

const isCount = (value: number | undefined): value is number => value !== undefined && value >= 0;
