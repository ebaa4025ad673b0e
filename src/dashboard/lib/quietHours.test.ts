import { expect, test } from 'vitest';
import { zonesOf } from './phoneZones.ts';
import { isQuiet, nearestAllowed } from './quietHours.ts';

test('the hours are those of the recipient, later on Sundays', () => {
  const evening = new Date('2026-11-25T01:30:00Z'); // 6:30 PM in Denver, 8:30 PM in New York
  expect(isQuiet(evening, 'America/Denver')).toBe(false);
  expect(isQuiet(evening, 'America/New_York')).toBe(true);
  const sunday = new Date('2026-11-29T17:00:00Z'); // 10 AM in Denver, noon in New York
  expect(isQuiet(sunday, 'America/Denver')).toBe(true);
  expect(isQuiet(sunday, 'America/New_York')).toBe(false);
});

test('the nearest time that suits everybody is offered, earlier ones only while they are to come', () => {
  const zones = ['America/Denver', 'America/New_York'];
  const evening = new Date('2026-11-25T01:30:00Z');
  expect(nearestAllowed(evening, zones, new Date('2026-11-24T20:00:00Z'))).toEqual(new Date('2026-11-25T00:30:00Z'));
  expect(nearestAllowed(evening, zones, new Date('2026-11-25T01:00:00Z'))).toEqual(new Date('2026-11-25T16:00:00Z'));
  expect(nearestAllowed(evening, ['Asia/Tokyo', 'America/New_York', 'Europe/London'], evening)).toBeNull();
});

test('a number tells its zone by its area code, both where the code crosses a border, none where nobody knows', () => {
  expect(zonesOf('13035550142')).toEqual(['America/Denver']);
  expect(zonesOf('+1 (404) 555-0139')).toEqual(['America/New_York']);
  expect(zonesOf('18505550100')).toEqual(['America/Chicago', 'America/New_York']);
  expect(zonesOf('442079460958')).toEqual(['Europe/London']);
  expect(zonesOf('4915112345678')).toEqual(['Europe/Berlin']);
  expect(zonesOf('18005550100')).toEqual([]);
  expect(zonesOf('')).toEqual([]);
});
