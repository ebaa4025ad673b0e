import { expect, test } from 'vitest';
import { ago, countdown, dayAndTime, dayHeading, instant, short } from './dates.ts';

const now = new Date(2026, 10, 24, 14, 41);
const at = (days: number, hours = 14, minutes = 41) => new Date(2026, 10, 24 + days, hours, minutes);
const plain = (text: string) => text.replaceAll('\u202f', ' ');

test('a list says only as much as is needed', () => {
  expect([at(0, 9, 5), at(-1), at(-3), at(-15), new Date(2025, 10, 9)].map((date) => plain(short(date, now)))).toEqual([
    '9:05 AM',
    'Yesterday',
    'Sat',
    'Nov 9',
    'Nov 9, 2025',
  ]);
});

test('headings name the days of the last week', () => {
  expect([0, -1, -2, -6, -7].map((days) => dayHeading(at(days), now))).toEqual([
    'Today',
    'Yesterday',
    'Sunday',
    'Wednesday',
    'Nov 17',
  ]);
});

test('a day with its time', () => {
  expect(plain(dayAndTime(at(0, 13, 2), now))).toBe('Today, 1:02 PM');
});

test('within a day it is said how long ago', () => {
  expect([at(0, 14, 31), at(0, 17, 41), at(0, 14, 41), at(-4)].map((date) => ago(date, now))).toEqual([
    '10 minutes ago',
    'in 3 hours',
    'just now',
    'Nov 20',
  ]);
});

test('a countdown has at most two units and never goes below zero', () => {
  const inSeconds = (s: number) => countdown(new Date(now.getTime() + s * 1000), now);
  expect([4 * 86_400 + 7_200, 7_500, 720, 40, -5, 3 * 86_400].map(inSeconds)).toEqual([
    '4 d 2 h',
    '2 h 5 min',
    '12 min',
    '40 s',
    '0 s',
    '3 d',
  ]);
});

test('instants are read in both forms of the API and nothing else', () => {
  expect(instant('2026-11-24 22:00:00 UTC')?.toISOString()).toBe('2026-11-24T22:00:00.000Z');
  expect(instant('2026-11-24T22:00:00Z')?.toISOString()).toBe('2026-11-24T22:00:00.000Z');
  expect([instant(null), instant(''), instant('soon')]).toEqual([null, null, null]);
});
