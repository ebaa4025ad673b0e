import { queryOptions } from '@tanstack/react-query';
import { Budget as Told, readBudget } from '#contract/budget.ts';
import { queryClient } from './queryClient.ts';

/**
 * What may still be spent this hour, as the gateway last counted it, the same in every tab. `limit` 0: any number.
 * Times are in milliseconds since 1970.
 */
export type Budget = {
  limit: number;
  remaining: number;
  refillsAt: number;
  /** What work that can wait may spend of it, and when there is more: a share is kept for people. */
  background: { remaining: number; refillsAt: number };
  /** When the account's next broadcast may go, in the past: now; and the seconds between two. */
  nextBroadcastAt: number;
  broadcastEvery: number;
  /** Background requests that wait for their turn in the gateway, and what was spent for what; null while unknown. */
  details: Pick<Told, 'waiting' | 'uses'> | null;
};

const KEY = ['budget'];

/** Null while unknown. Filled by replies, events and other tabs; never fetched. */
export const budget = () =>
  queryOptions({
    queryKey: KEY,
    queryFn: (): Budget | null => null,
    initialData: null,
    enabled: false,
    gcTime: Infinity,
  });

/** The same outside of React, for a job that asks before each request. */
export const currentBudget = (): Budget | null => queryClient.getQueryData<Budget | null>(KEY) ?? null;

/** Other tabs learn at once what this one was told. */
const others = typeof document === 'undefined' ? null : new BroadcastChannel('switchboard:budget');
others?.addEventListener('message', ({ data }: MessageEvent<Budget>) => keep(data));

/** Keeps what a reply says about the budget. */
export function noteBudget(headers: Headers): void {
  const told = readBudget(headers);
  if (told) tell(inOwnTime(told, currentBudget()?.details ?? null));
}

/** Keeps what the gateway tells by itself. */
export function budgetTold({ waiting, uses, ...told }: Told): void {
  keep(inOwnTime(told, { waiting, uses }));
}

const inOwnTime = (
  { limit, hour, background, broadcast }: Omit<Told, 'waiting' | 'uses'>,
  details: Budget['details'],
): Budget => ({
  limit,
  remaining: hour.remaining,
  refillsAt: from(hour.refillsIn),
  background: { remaining: background.remaining, refillsAt: from(background.refillsIn) },
  nextBroadcastAt: broadcast.nextIn === 0 ? 0 : from(broadcast.nextIn),
  broadcastEvery: broadcast.every,
  details,
});

const from = (seconds: number) => Date.now() + seconds * 1000;

function tell(told: Budget) {
  keep(told);
  others?.postMessage(told);
}

const keep = (told: Budget) => queryClient.setQueryData<Budget | null>(KEY, told);
