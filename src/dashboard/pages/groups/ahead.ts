import type { Broadcast } from '#contract/broadcasts.ts';
import { instant } from '#dashboard/lib/dates.ts';

/** Scheduled and not started. */
export const isAhead = ({ status, deliver_at }: Broadcast): boolean => status === null && instant(deliver_at) !== null;

/** The one that goes out first. */
export const nextOf = (broadcasts: readonly Broadcast[]): Broadcast | undefined =>
  broadcasts
    .filter(isAhead)
    .toSorted((a, b) => (instant(a.deliver_at)?.getTime() ?? 0) - (instant(b.deliver_at)?.getTime() ?? 0))[0];
