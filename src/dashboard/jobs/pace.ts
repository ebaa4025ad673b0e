import { keptForPeople } from '#contract/budget.ts';
import type { Budget } from '#dashboard/api/budget.ts';

/** What of a budget decides when a job goes on. */
export type Pace = Pick<Budget, 'limit' | 'background'>;

const HOUR = 3_600_000;

/** Requests of an hour that jobs leave to people. */
export const reserved = (limit: number): number => Math.floor(limit * keptForPeople);

/** Requests that jobs may make now. */
export function available(budget: Pace | null, now: number): number {
  if (!budget || budget.limit === 0) return Infinity;
  const { remaining, refillsAt } = budget.background;
  return refillsAt <= now ? budget.limit - reserved(budget.limit) : remaining;
}

/** When the next request of a job may go out; null: now. */
export const nextTurn = (budget: Pace | null, now: number): number | null =>
  budget && available(budget, now) < 1 ? budget.background.refillsAt : null;

/** Milliseconds until `requests` requests at `msEach` are through, with the waiting for new hours in between. */
export function duration(requests: number, msEach: number, budget: Pace | null, now: number): number {
  const first = available(budget, now);
  if (!budget || requests <= first) return requests * msEach;
  const anHour = Math.max(1, budget.limit - reserved(budget.limit));
  // Too slow to meet the limit, a new hour has begun before this one is used up.
  const firstHour = Math.max(budget.background.refillsAt - now, first * msEach);
  const rest = requests - first;
  const fullHours = Math.ceil(rest / anHour) - 1;
  return firstHour + fullHours * Math.max(HOUR, anHour * msEach) + (rest - fullHours * anHour) * msEach;
}
