import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { offsetAt, readWall, wallOf } from './zonedTime.ts';

const MINUTE = 60_000;
const zones = [
  'America/New_York',
  'America/Chicago',
  'America/Denver',
  'America/Phoenix',
  'America/Los_Angeles',
  'America/Anchorage',
  'America/St_Johns',
  'America/Havana',
  'America/Santiago',
  'America/Asuncion',
  'Europe/London',
  'Europe/Berlin',
  'Africa/Casablanca',
  'Africa/Cairo',
  'Asia/Beirut',
  'Asia/Jerusalem',
  'Asia/Kolkata',
  'Australia/Lord_Howe',
  'Pacific/Auckland',
  'Pacific/Chatham',
];

/** The instants from 2020 to 2035 at which the clocks of a zone change. */
function changesOf(zone: string): number[] {
  const week = 7 * 24 * 60 * MINUTE;
  const found: number[] = [];
  const offset = (at: number) => offsetAt(new Date(at), zone);
  for (let at = Date.UTC(2020, 0, 1); at < Date.UTC(2036, 0, 1); at += week) {
    if (offset(at) === offset(at + week)) continue;
    let [before, after] = [at, at + week];
    while (after - before > MINUTE) {
      const middle = Math.floor((before + after) / 2 / MINUTE) * MINUTE;
      if (offset(middle) === offset(before)) before = middle;
      else after = middle;
    }
    found.push(after);
  }
  return found;
}

/** Every instant of some hours that shows this time on the clock, found by looking at each minute. */
const allThatShow = (wall: string, zone: string, around: number) =>
  Array.from({ length: 12 * 60 }, (_, minute) => around + (minute - 6 * 60) * MINUTE).filter(
    (at) => wallOf(new Date(at), zone) === wall,
  );

describe.each(zones)('%s', (zone) => {
  const changes = changesOf(zone);

  test('a time near a change of the clocks stands for what the clocks show, or is asked about', () => {
    for (const change of changes) {
      const jump = offsetAt(new Date(change), zone) - offsetAt(new Date(change - MINUTE), zone);
      for (let minutes = -180; minutes <= 180; minutes += 15) {
        // Clock times as people would name them around the change, by the offset before it.
        const meant = change + offsetAt(new Date(change - MINUTE), zone) + minutes * MINUTE;
        const wall = new Date(meant).toISOString().slice(0, 16);
        const read = readWall(wall, zone);
        const inGap = jump > 0 && minutes >= 0 && minutes * MINUTE < jump;
        const twice = jump < 0 && minutes < 0 && minutes * MINUTE >= jump;
        expect(read?.kind, `${wall} ${zone}`).toBe(inGap ? 'gap' : twice ? 'overlap' : 'one');
        if (read?.kind === 'one') expect(wallOf(read.at, zone)).toBe(wall);
        if (read?.kind === 'overlap') {
          expect([wallOf(read.earlier, zone), wallOf(read.later, zone)]).toEqual([wall, wall]);
          expect(read.later.getTime() - read.earlier.getTime()).toBe(-jump);
        }
        if (read?.kind === 'gap') {
          expect(read.earlier.getTime()).toBeLessThan(change);
          expect(read.later.getTime()).toBeGreaterThanOrEqual(change);
          expect(read.later.getTime() - read.earlier.getTime()).toBe(jump);
        }
      }
    }
  });

  test('nothing is missed: each minute around one change is found as often as it happens', () => {
    const change = changes.at(-1) ?? Date.UTC(2030, 5, 1);
    for (let minutes = -120; minutes <= 120; minutes += 7) {
      const wall = wallOf(new Date(change + minutes * MINUTE), zone);
      const shown = allThatShow(wall, zone, change + minutes * MINUTE);
      const read = readWall(wall, zone);
      const found = read?.kind === 'one' ? [read.at] : read ? [read.earlier, read.later] : [];
      expect(found.map((at) => at.getTime())).toEqual(shown);
    }
  });

  test('any instant is read back from what its clock shows', () => {
    fc.assert(
      fc.property(fc.integer({ min: Date.UTC(2020, 0), max: Date.UTC(2036, 0) }), (at) => {
        const minute = Math.floor(at / MINUTE) * MINUTE;
        const read = readWall(wallOf(new Date(minute), zone), zone);
        const found = read?.kind === 'one' ? [read.at] : read?.kind === 'overlap' ? [read.earlier, read.later] : [];
        expect(found.map((each) => each.getTime())).toContain(minute);
      }),
    );
  });
});

test('what is no time is null', () => {
  for (const text of ['', 'tomorrow', '2026-13-40T99:99']) expect(readWall(text, 'UTC')).toBeNull();
});
