import { expect, test } from 'vitest';
import { chosenTime, localField, presets, theirClock } from './schedule.ts';

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

test('quick choices and the field are of the reader’s zone, wherever the device is', () => {
  const tokyo = 'Asia/Tokyo';
  // Wednesday, 2:30 AM there.
  const now = new Date('2026-11-24T17:30:00Z');
  expect(presets(now, tokyo).map(({ label, at }) => [label, localField(at, tokyo)])).toEqual([
    ['In an hour', '2026-11-25T03:30'],
    ['This afternoon', '2026-11-25T16:00'],
    ['Tomorrow morning', '2026-11-26T08:00'],
    ['Tomorrow afternoon', '2026-11-26T13:00'],
    ['Monday morning', '2026-11-30T08:00'],
  ]);
  for (const { at } of presets(now, tokyo)) expect(chosenTime(localField(at, tokyo), now, tokyo).at).toEqual(at);
});

test('a time that is past, or none, is refused with its reason', () => {
  expect(chosenTime('2026-11-24T10:29', tuesday)).toEqual({ refusal: 'This time is past. Choose a later one.' });
  expect(chosenTime('', tuesday)).toEqual({ refusal: 'Choose a date and a time.' });
  expect(chosenTime('2026-11-24T10:31', tuesday).at).toEqual(new Date(2026, 10, 24, 10, 31));
});

const denver = 'America/Denver';

test('an hour that the clocks leave out is read as the one after it, and says so', () => {
  const chosen = chosenTime('2027-03-14T02:30', tuesday, denver);
  expect(chosen.at?.toISOString()).toBe('2027-03-14T09:30:00.000Z');
  expect(chosen.at && chosen.note).toMatch(/put forward .* 3:30/);
});

test('an hour that comes twice is the first one, with the other to choose', () => {
  const chosen = chosenTime('2027-11-07T01:30', tuesday, denver);
  expect(chosen.at?.toISOString()).toBe('2027-11-07T07:30:00.000Z');
  expect(chosen.at && chosen.other?.toISOString()).toBe('2027-11-07T08:30:00.000Z');
  expect(chosen.at && chosen.note).toMatch(/twice.*MDT/);
});

test('the clock at the other end is told where it differs, with its day', () => {
  const at = new Date('2026-11-25T05:30:00Z');
  expect(theirClock(at, 'America/New_York', denver)).toBe('12:30 AM Eastern Time, the day after');
  expect(theirClock(at, 'America/Los_Angeles', denver)).toBe('9:30 PM Pacific Time');
  expect(theirClock(at, 'America/Denver', denver)).toBeUndefined();
  expect(theirClock(at, undefined, denver)).toBeUndefined();
});
