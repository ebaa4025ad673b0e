import { expect, test } from 'vitest';
import { reach } from './nearMisses.ts';

const texts = (n: number) =>
  Array.from({ length: n }, (_, i) => ({ created_at: new Date(Date.UTC(2026, 10, 24, 12, -i)).toISOString() }));
const since = Date.UTC(2026, 9, 25);

test('a full page reaches back to its oldest text, a short one as far as was asked', () => {
  expect(reach(texts(100), since).toISOString()).toBe('2026-11-24T10:21:00.000Z');
  expect(reach(texts(99), since)).toEqual(new Date(since));
  expect(reach(texts(100), Date.UTC(2026, 10, 24, 11))).toEqual(new Date(Date.UTC(2026, 10, 24, 11)));
});
