import type { OptOut } from '#contract/optOuts.ts';
import { instant } from './dates.ts';

const WEEK_MS = 7 * 24 * 3_600_000;

/** Whether it was within the last seven days, or is still to come. */
export const isRecent = (at: string | null | undefined, now = Date.now()): boolean =>
  (instant(at)?.getTime() ?? 0) > now - WEEK_MS;

/** Opted out within the last seven days, and not back in. */
export const isOfWeek = ({ created_at, opt_in }: Pick<OptOut, 'created_at' | 'opt_in'>, now = Date.now()): boolean =>
  !opt_in && isRecent(created_at, now);
