import type { Budget } from '#dashboard/api/budget.ts';

/** What jobs leave of every hour for the people who work meanwhile: a tenth, at most this many requests. */
const RESERVED_AT_MOST = 100;

/** Requests of an hour that jobs don't touch. */
export const reserved = (limit: number): number => Math.min(RESERVED_AT_MOST, Math.ceil(limit / 10));

/** Requests that jobs may make now. */
export function available(budget: Budget | null, now: number): number {
  if (!budget) return Infinity;
  const left = budget.refillsAt <= now ? budget.limit : budget.remaining;
  return Math.max(0, left - reserved(budget.limit));
}

/** When the next request of a job may go out; null: now. */
export const nextTurn = (budget: Budget | null, now: number): number | null =>
  budget && available(budget, now) < 1 ? budget.refillsAt : null;

const HOUR = 3_600_000;

/** Milliseconds until `requests` requests at `msEach` are through, with the waiting for new hours in between. */
export function duration(requests: number, msEach: number, budget: Budget | null, now: number): number {
  const working = requests * msEach;
  if (!budget) return working;
  const anHour = Math.max(1, budget.limit - reserved(budget.limit));
  const first = available(budget, now);
  // Too slow to meet the limit: each hour renews more than it uses up.
  if (requests <= first) return working;
  const untilRefill = Math.max(0, budget.refillsAt - now);
  const firstHour = Math.max(untilRefill, first * msEach);
  const rest = requests - first;
  const fullHours = Math.ceil(rest / anHour) - 1;
  return firstHour + fullHours * Math.max(HOUR, anHour * msEach) + (rest - fullHours * anHour) * msEach;
}
