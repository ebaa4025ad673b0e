import { expect, test } from 'vitest';
import { daysLater, monthsLater, weekOf, weeksOfMonth } from './calendar.ts';
import { ownZone, readWall, wallOf } from './zonedTime.ts';

test('days follow each other over months, years and changes of the clocks', () => {
  expect(daysLater('2026-02-28', 1)).toBe('2026-03-01');
  expect(daysLater('2028-02-28', 1)).toBe('2028-02-29');
  expect(daysLater('2026-01-01', -1)).toBe('2025-12-31');
  expect(monthsLater('2026-01-31', 1)).toBe('2026-02-28');
  expect(monthsLater('2026-11-25', 2)).toBe('2027-01-25');
  for (let day = '2026-01-01'; day < '2036-01-01'; day = daysLater(day, 1)) {
    expect(daysLater(daysLater(day, 1), -1)).toBe(day);
  }
});

test('a month shows whole weeks, each day once', () => {
  const weeks = weeksOfMonth('2026-11-25', 0);
  expect(weeks.map(([first]) => first)).toEqual(['2026-11-01', '2026-11-08', '2026-11-15', '2026-11-22', '2026-11-29']);
  expect(weeksOfMonth('2026-02-10', 0)).toHaveLength(4);
  expect(weeksOfMonth('2026-08-10', 0)).toHaveLength(6);
  expect(weekOf('2026-11-25', 1)[0]).toBe('2026-11-23');
  expect(new Set(weeks.flat()).size).toBe(35);
});

test('a broadcast that is moved to another day keeps its clock time, in every zone and over every change', () => {
  for (const zone of ['America/Denver', 'Europe/Berlin', 'Australia/Lord_Howe', 'America/Sao_Paulo', ownZone()]) {
    for (let day = '2026-01-01'; day < '2027-01-01'; day = daysLater(day, 1)) {
      const read = readWall(`${day}T09:30`, zone);
      expect(read?.kind, `${day} ${zone}`).toBe('one');
      if (read?.kind === 'one') expect(wallOf(read.at, zone)).toBe(`${day}T09:30`);
    }
  }
});
