import { expect, it } from 'vitest';
import { workdaysOf } from './workdays.ts';

const denver = (now: string) => workdaysOf('America/Denver', new Date(now));

it('counts back within the day', () => {
  expect(denver('2026-11-24T21:30:00Z').ago(90).toISOString()).toBe('2026-11-24T20:00:00.000Z');
});

it('goes on with the end of the working day before, over a weekend', () => {
  expect(denver('2026-11-23T16:00:00Z').ago(90).toISOString()).toBe('2026-11-21T00:30:00.000Z');
});

it.each(['2026-11-22T18:00:00Z', '2026-11-23T10:00:00Z', '2026-11-21T04:00:00Z'])(
  'starts from the last closing time when the office is closed: %s',
  (now) => expect(denver(now).ago(0).toISOString()).toBe('2026-11-21T01:00:00.000Z'),
);

it('knows that clocks change', () => {
  expect(denver('2026-11-02T16:00:00Z').ago(120).toISOString()).toBe('2026-10-30T23:00:00.000Z');
});

it('plans for the next working day', () => {
  expect(denver('2026-11-20T20:00:00Z').ahead(1, 9, 30).toISOString()).toBe('2026-11-23T16:30:00.000Z');
});
