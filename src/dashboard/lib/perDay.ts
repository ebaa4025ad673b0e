import { daysLater } from './calendar.ts';
import { dayOf, daysAway } from './dates.ts';
import { startOf } from './zonedTime.ts';

/** Texts of one day, in the reader's zone; of some days part may have been counted, or nothing. */
export type DayCount = { date: Date; received: number; sent: number; counted: 'all' | 'part' | 'none' };

type Counted = { at: Date; inbound: boolean };

type Span = { days: number; now: Date; complete: boolean };

/**
 * The last `days` days, oldest first, today included, with what was received and sent on each. Not `complete`: the
 * texts are the newest of more.
 */
export function perDay(texts: readonly Counted[], { days, now, complete }: Span): DayCount[] {
  const counts = Array.from({ length: days }, (_, index): DayCount => {
    const date = startOf(daysLater(dayOf(now), index - (days - 1)));
    return { date, received: 0, sent: 0, counted: 'all' };
  });
  for (const { at, inbound } of texts) {
    const day = counts[days - 1 + daysAway(at, now)];
    if (!day || at > now) continue;
    if (inbound) day.received += 1;
    else day.sent += 1;
  }
  if (complete) return counts;
  const oldest = counts.findIndex(({ received, sent }) => received + sent > 0);
  return counts.map((day, index) =>
    index > oldest && oldest >= 0 ? day : { ...day, counted: index === oldest ? 'part' : 'none' },
  );
}
