import { expect, test } from 'vitest';
import { slotsOf } from './useSlots.ts';

const first = slotsOf([7, 8, 9], new Map());

test('gives each row a slot of its own', () => {
  expect([...first]).toEqual([
    [7, 0],
    [8, 1],
    [9, 2],
  ]);
});

test('is the same while the rows are, in any order', () => {
  expect(slotsOf([9, 7, 8], first)).toBe(first);
});

test('gives a new page the slots of the old, in order', () => {
  expect([...slotsOf([17, 18, 19, 20], first).values()]).toEqual([0, 1, 2, 3]);
});

test('leaves rows that stay where they are, and takes up slots that became free', () => {
  const next = slotsOf([6, 7, 9], first);
  expect([...next]).toEqual([
    [6, 1],
    [7, 0],
    [9, 2],
  ]);
});

test('bears a row that comes twice', () => {
  const twice = slotsOf([7, 8, 7], new Map());
  expect([...twice.values()]).toEqual([0, 1]);
  expect(slotsOf([7, 8, 7], twice)).toBe(twice);
});
