import type { Budget } from '#dashboard/api/budget.ts';
import { clock, countdown, dayAndTime } from '#dashboard/lib/dates.ts';
import { count } from '#dashboard/lib/numbers.ts';
import { endOf } from './estimate.ts';
import { type Job, settled } from './job.ts';

/** In a word or two: `Running`, `Waits`, `Paused`. */
export function stateWord({ state, waiting, failed }: Job): string {
  if (state === 'running') return waiting ? 'Waits' : 'Running';
  if (state === 'done') return failed > 0 ? 'Done, some failed' : 'Done';
  return state === 'paused' ? 'Paused' : 'Canceled';
}

/** Why it stands still, when it does. */
export function waitingSentence({ state, waiting }: Job): string | null {
  if (state === 'paused') return 'Paused. Nothing is lost; resume it whenever you like.';
  if (state !== 'running' || !waiting) return null;
  const at = waiting.until === undefined ? 'by itself' : `at ${clock(new Date(waiting.until))}`;
  if (waiting.for === 'budget') return `The requests of this hour are used. It goes on by itself at ${at.slice(3)}.`;
  if (waiting.for === 'network') return 'Offline. It goes on by itself when you are back.';
  if (waiting.for === 'session') return 'Your session has ended. It goes on when you are signed in again.';
  return `${waiting.reason ?? 'The service is in trouble.'} It tries again ${at}; nothing is lost.`;
}

/** `498 done, 2 failed`. */
export const countsSentence = ({ done, skipped, failed, total }: Job): string =>
  [
    `${count(done)} of ${count(total)} done`,
    skipped > 0 && `${count(skipped)} skipped`,
    failed > 0 && `${count(failed)} failed`,
  ]
    .filter(Boolean)
    .join(', ');

/** `58 a minute`; null while nothing is measured. */
export function rate(job: Job): string | null {
  if (job.activeMs === 0 || settled(job) === 0) return null;
  const aMinute = (settled(job) / job.activeMs) * 60_000;
  return `${count(aMinute < 10 ? Math.round(aMinute * 10) / 10 : Math.round(aMinute))} a minute`;
}

/** `about 12 min, 3:03 PM`. */
export function timeLeft(job: Job, budget: Budget | null, now: Date, before: readonly Job[] = []): string {
  const end = new Date(endOf(job, budget, now.getTime(), before));
  const soon = end.getTime() - now.getTime() < 5_000;
  return soon ? 'a moment' : `about ${countdown(end, now)}, until ${atTime(end, now)}`;
}

const atTime = (date: Date, now: Date) =>
  date.getTime() - now.getTime() < 12 * 3_600_000 ? clock(date) : dayAndTime(date, now);
