import { expect, test } from 'vitest';
import { threeWay } from './threeWay.ts';

const base = { first: 'Dana', last: 'Reyes', tags: ['a', 'b'] };

test('only what I changed is saved, and what only others changed stays', () => {
  const outcome = threeWay(base, { ...base, first: 'Dina' }, { ...base, last: 'Ray' });
  expect(outcome).toEqual({ change: { first: 'Dina' }, conflicts: [], theirs: ['last'] });
});

test('what both changed to different values waits for a choice; the same value needs none', () => {
  const outcome = threeWay(base, { ...base, first: 'Dina', last: 'Ray' }, { ...base, first: 'Dona', last: 'Ray' });
  expect(outcome).toEqual({ change: {}, conflicts: ['first'], theirs: ['first', 'last'] });
});

test('tags of both are joined: what either added is there, what either removed is gone', () => {
  const outcome = threeWay(base, { ...base, tags: ['a', 'mine'] }, { ...base, tags: ['b', 'theirs'] });
  expect(outcome.change).toEqual({ tags: ['theirs', 'mine'] });
});
