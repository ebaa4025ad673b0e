import { daysAway } from './dates.ts';

/** Texts of one day, in the reader's zone. */
export type DayCount = { date: Date; received: number; sent: number };

type Counted = { at: Date; inbound: boolean };

/** The last `days` days, oldest first, today included, with what was received and sent on each. */
export function perDay(texts: readonly Counted[], days: number, now: Date): DayCount[] {
  const counts = Array.from({ length: days }, (_, index): DayCount => {
    const date = new Date(now.getFullYear(), now.getMonth(), now.getDate() - (days - 1 - index));
    return { date, received: 0, sent: 0 };
  });
  for (const { at, inbound } of texts) {
    const day = counts[days - 1 + daysAway(at, now)];
    if (!day || at > now) continue;
    if (inbound) day.received += 1;
    else day.sent += 1;
  }
  return counts;
}
