import { expect, test } from 'vitest';
import { e164, northAmerican } from './phone.ts';
import { formatPhone } from './phoneFormat.ts';

test('North American numbers are read with or without the plus', () => {
  expect(northAmerican('13035550142')).toBe('(303) 555-0142');
  expect(northAmerican('+13035550142')).toBe('(303) 555-0142');
  // None that exists, but it is read like one.
  expect(northAmerican('13030001234')).toBe('(303) 000-1234');
  expect(northAmerican('442079460958')).toBeUndefined();
});

test('numbers of other countries are spaced as they are there', () => {
  expect(formatPhone('442079460958')).toBe('+44 20 7946 0958');
  expect(formatPhone('<b>')).toBe('<b>');
});

test('a text without digits is no number', () => {
  expect([e164('1 (303) 555-0142'), e164('unknown')]).toEqual(['+13035550142', 'unknown']);
});
