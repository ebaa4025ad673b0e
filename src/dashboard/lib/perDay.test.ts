import { expect, it } from 'vitest';
import { perDay } from './perDay.ts';

it('counts texts by the reader’s days, the last of them today', () => {
  const now = new Date(2026, 10, 25, 9, 0);
  const at = (day: number, hour: number) => new Date(2026, 10, day, hour);
  const days = perDay(
    [
      { at: at(25, 8), inbound: true },
      { at: at(24, 23), inbound: false },
      { at: at(19, 0), inbound: true },
      { at: at(18, 23), inbound: true },
      { at: at(25, 23), inbound: false },
    ],
    { days: 7, now, complete: true },
  );
  expect(days.map(({ received, sent }) => [received, sent])).toEqual([
    [1, 0],
    [0, 0],
    [0, 0],
    [0, 0],
    [0, 0],
    [0, 1],
    [1, 0],
  ]);
  expect(days[0]?.date.getDate()).toBe(19);
});

it('of the newest texts alone the oldest day is counted in part, and those before it not at all', () => {
  const now = new Date(2026, 10, 25, 9, 0);
  const texts = [25, 23].map((day) => ({ at: new Date(2026, 10, day, 8), inbound: true }));
  const counted = (some: typeof texts) => perDay(some, { days: 5, now, complete: false }).map(({ counted }) => counted);
  expect(counted(texts)).toEqual(['none', 'none', 'part', 'all', 'all']);
  expect(counted([])).toEqual(['none', 'none', 'none', 'none', 'none']);
});
