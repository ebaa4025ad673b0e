import { expect, test } from 'vitest';
import { chosenTime, localField, presets } from './schedule.ts';

const tuesday = new Date(2026, 10, 24, 10, 30);

test('quick choices are all ahead, and named as people mean them', () => {
  expect(presets(tuesday).map(({ label, at }) => [label, localField(at)])).toEqual([
    ['In an hour', '2026-11-24T11:30'],
    ['This afternoon', '2026-11-24T16:00'],
    ['Tomorrow morning', '2026-11-25T08:00'],
    ['Tomorrow afternoon', '2026-11-25T13:00'],
    ['Monday morning', '2026-11-30T08:00'],
  ]);
});

test('Monday morning is next week on a Monday, and tomorrow on a Sunday', () => {
  const monday = presets(new Date(2026, 10, 23, 6)).find(({ label }) => label === 'Monday morning');
  expect(monday && localField(monday.at)).toBe('2026-11-30T08:00');
  const onSunday = presets(new Date(2026, 10, 29, 12)).map(({ label }) => label);
  expect(onSunday).not.toContain('Monday morning');
});

test('a time that is past, or none, is refused with its reason', () => {
  expect(chosenTime('2026-11-24T10:29', tuesday)).toEqual({ refusal: 'This time is past. Choose a later one.' });
  expect(chosenTime('', tuesday)).toEqual({ refusal: 'Choose a date and a time.' });
  expect(chosenTime('2026-11-24T10:31', tuesday).at).toEqual(new Date(2026, 10, 24, 10, 31));
});
