import { preferences } from './preferences.ts';

/** A day of the calendar, `2026-11-24`, wherever and however long it is: days are counted, never hours. */
export type Day = string;

const utc = (day: Day) => new Date(`${day}T00:00:00Z`);
const keyOf = (at: Date): Day => at.toISOString().slice(0, 10);

/** The day `n` days later, or earlier. */
export function daysLater(day: Day, n: number): Day {
  const at = utc(day);
  at.setUTCDate(at.getUTCDate() + n);
  return keyOf(at);
}

/** The same day `n` months later; the last day of the month where it has no such day. */
export function monthsLater(day: Day, n: number): Day {
  const at = utc(day);
  const first = new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + n, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  first.setUTCDate(Math.min(at.getUTCDate(), last));
  return keyOf(first);
}

/** The seven days of the week that `day` is in. `first` is the day it begins with: 0 is Sunday. */
export function weekOf(day: Day, first: number): Day[] {
  const start = daysLater(day, -((utc(day).getUTCDay() - first + 7) % 7));
  return Array.from({ length: 7 }, (_, n) => daysLater(start, n));
}

/** The weeks that the month of `day` touches. */
export function weeksOfMonth(day: Day, first: number): Day[][] {
  const weeks: Day[][] = [];
  for (let start = `${day.slice(0, 7)}-01`; ; start = daysLater(weeks.at(-1)![0]!, 7)) {
    const week = weekOf(start, first);
    if (weeks.length > 0 && !week.some((each) => isSameMonth(each, day))) return weeks;
    weeks.push(week);
  }
}

export const isSameMonth = (a: Day, b: Day): boolean => a.slice(0, 7) === b.slice(0, 7);

/** With which day weeks begin where the reader lives: 0 is Sunday. */
export function firstDayOfWeek(locale: string = preferences.locale ?? navigator.language): number {
  const info: unknown = new Intl.Locale(locale);
  const weekInfo = (info as { getWeekInfo?: () => { firstDay: number } }).getWeekInfo?.();
  return (weekInfo?.firstDay ?? 7) % 7;
}

const format = (options: Intl.DateTimeFormatOptions) => {
  const made = new Intl.DateTimeFormat(preferences.locale, { ...options, timeZone: 'UTC' });
  return (day: Day) => made.format(utc(day));
};

export const monthName = format({ month: 'long', year: 'numeric' });
export const weekdayName = format({ weekday: 'short' });
export const shortDay = format({ month: 'short', day: 'numeric' });
export const longDay = format({ weekday: 'long', month: 'long', day: 'numeric' });
export const dayNumber = (day: Day): string => String(Number(day.slice(8)));
