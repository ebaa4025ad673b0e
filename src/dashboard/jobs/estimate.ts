import type { Budget } from '#dashboard/api/budget.ts';
import { type Job, settled } from './job.ts';
import { duration } from './pace.ts';

/** Before anything is measured: a request and its answer. */
export const MS_EACH = 150;

/** Requests that a job still needs, as far as it is known. */
export function requestsLeft(job: Job): number {
  const over = settled(job);
  const left = job.total - over;
  // Measured once there is something to measure; until then as it was announced.
  if (over >= 10) return Math.ceil((left * job.requests) / over);
  return Math.max(left, (job.cost ?? job.total) - job.requests);
}

/** When a job will be through, in milliseconds since 1970, with the hours it has to wait for and the jobs before it. */
export function endOf(job: Job, budget: Budget | null, now: number, before: readonly Job[] = []): number {
  const msEach = job.requests > 0 ? job.activeMs / job.requests : MS_EACH;
  const requests = requestsLeft(job) + before.reduce((sum, other) => sum + requestsLeft(other), 0);
  return now + duration(requests, msEach, budget, now);
}
