import { preferences } from './preferences.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

const { locale, timeZone } = preferences;
const time = new Intl.DateTimeFormat(locale, { timeZone, timeStyle: 'short' });
const weekday = new Intl.DateTimeFormat(locale, { timeZone, weekday: 'short' });
const weekdayLong = new Intl.DateTimeFormat(locale, { timeZone, weekday: 'long' });
const day = new Intl.DateTimeFormat(locale, { timeZone, month: 'short', day: 'numeric' });
const dayOfYear = new Intl.DateTimeFormat(locale, { timeZone, year: 'numeric', month: 'short', day: 'numeric' });
const whole = new Intl.DateTimeFormat(locale, { timeZone, dateStyle: 'full', timeStyle: 'long' });
const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });

/** Reads an ISO 8601 or a `YYYY-MM-DD HH:MM:SS UTC` instant; null for anything else. */
export function instant(text: string | null | undefined): Date | null {
  if (!text) return null;
  const date = new Date(text.replace(/^(\S+) (\S+) UTC$/, '$1T$2Z'));
  return Number.isNaN(date.getTime()) ? null : date;
}

const calendar = timeZone && new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' });

/** The date's calendar day where the reader is, as UTC midnight. */
const midnight = (of: Date): number =>
  calendar ? Date.parse(calendar.format(of)) : Date.UTC(of.getFullYear(), of.getMonth(), of.getDate());

/** The date's calendar day where the reader is, e.g. `2026-11-24`. */
export const dayOf = (date: Date): string => new Date(midnight(date)).toISOString().slice(0, 10);

/** Days from `now`'s calendar day to `date`'s, in the reader's zone: -1 is yesterday. */
export function daysAway(date: Date, now: Date): number {
  return Math.round((midnight(date) - midnight(now)) / (24 * HOUR));
}

/** `Mon`. */
export const weekdayName = (date: Date): string => weekday.format(date);

/** `Nov 9`. */
export const dayName = (date: Date): string => day.format(date);

/** `3:00 PM`. */
export const clock = (date: Date): string => time.format(date);

/** `Tuesday, November 24, 2026 at 3:00:00 PM MST`: what a hover tells. */
export const absolute = (date: Date): string => whole.format(date);

/** As short as a list can say it: `2:38 PM` today, `Yesterday`, `Mon` within the week, `Nov 9`, `Nov 9, 2025`. */
export function short(date: Date, now = new Date()): string {
  const away = daysAway(date, now);
  if (away === 0) return clock(date);
  if (away === -1 || away === 1) return capital(relative.format(away, 'day'));
  if (Math.abs(away) < 7) return weekday.format(date);
  return calendarDay(date, now);
}

/** `Today, 1:02 PM`, `Yesterday, 6:12 PM`, `Nov 20, 9:00 AM`. */
export function dayAndTime(date: Date, now = new Date()): string {
  const away = daysAway(date, now);
  const named = Math.abs(away) <= 1 ? capital(relative.format(away, 'day')) : calendarDay(date, now);
  return `${named}, ${clock(date)}`;
}

/** The heading over a day of messages: `Today`, `Yesterday`, `Friday`, `Nov 9`. */
export function dayHeading(date: Date, now = new Date()): string {
  const away = daysAway(date, now);
  if (Math.abs(away) <= 1) return capital(relative.format(away, 'day'));
  return away < 0 && away > -7 ? weekdayLong.format(date) : calendarDay(date, now);
}

/** `10 minutes ago`, `in 3 hours`; beyond a day the date. */
export function ago(date: Date, now = new Date()): string {
  const ms = date.getTime() - now.getTime();
  if (Math.abs(ms) < MINUTE) return 'just now';
  if (Math.abs(ms) < HOUR) return relative.format(Math.trunc(ms / MINUTE), 'minute');
  if (Math.abs(ms) < 24 * HOUR) return relative.format(Math.trunc(ms / HOUR), 'hour');
  return calendarDay(date, now);
}

/** How long until then, in two units: `4 d 2 h`, `2 h 5 min`, `12 min`, `40 s`; `0 s` once it is past. */
export function countdown(date: Date, now = new Date()): string {
  const seconds = Math.max(0, Math.round((date.getTime() - now.getTime()) / 1000));
  const units = [
    [Math.floor(seconds / 86_400), 'd'],
    [Math.floor(seconds / 3_600) % 24, 'h'],
    [Math.floor(seconds / 60) % 60, 'min'],
  ] as const;
  const first = units.findIndex(([n]) => n > 0);
  if (first === -1) return `${seconds} s`;
  return units
    .slice(first, first + 2)
    .filter(([n]) => n > 0)
    .map(([n, unit]) => `${n} ${unit}`)
    .join(' ');
}

/** `Nov 9`, or `Nov 9, 2025` in another year than `now`. */
export const calendarDay = (date: Date, now: Date): string =>
  (new Date(midnight(date)).getUTCFullYear() === new Date(midnight(now)).getUTCFullYear() ? day : dayOfYear).format(
    date,
  );

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
