import { expect, test } from 'vitest';
import { sendTime } from './sendTime.ts';

const now = new Date('2026-11-24T21:00:00Z');
const zone = 'America/Denver';

test('a time is read in its zone; past, far and unreadable ones are refused', () => {
  expect(sendTime('2026-11-24T18:30', zone, now).at).toEqual(new Date('2026-11-25T01:30:00Z'));
  expect(sendTime('2026-11-24T20:30', 'America/New_York', now).at).toEqual(new Date('2026-11-25T01:30:00Z'));
  expect(sendTime('2026-11-24T13:59', zone, now).refusal).toMatch(/past/);
  expect(sendTime('2028-11-24T13:59', zone, now).refusal).toMatch(/year/);
  expect(sendTime('', zone, now).refusal).toMatch(/Choose a date/);
});

test('where the clocks change, the question names both times and the answer settles it', () => {
  const { ask } = sendTime('2027-11-07T01:30', zone, new Date('2027-01-01T00:00:00Z'));
  expect(ask?.choices.map(({ label }) => label)).toEqual(['Sun, Nov 7, 1:30 AM MDT', 'Sun, Nov 7, 1:30 AM MST']);
  const later = sendTime('2027-11-07T01:30', zone, new Date('2027-01-01T00:00:00Z'), 'later');
  expect(later.at).toEqual(new Date('2027-11-07T08:30:00Z'));
});
