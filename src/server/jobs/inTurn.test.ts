import { setTimeout as pause } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { inTurn } from './inTurn.ts';

it('what is taken in turn never overlaps, keeps its order and answers its own; what fails stops nobody', async () => {
  const turns = inTurn();
  const told: string[] = [];
  const piece = (name: string, ms: number) => async () => {
    told.push(`${name} begins`);
    await pause(ms);
    told.push(`${name} ends`);
    if (name === 'second') throw new Error(name);
    return name;
  };
  const all = [turns(piece('first', 20)), turns(piece('second', 10)), turns(piece('third', 0))];
  const outcomes = await Promise.allSettled(all);
  expect(outcomes).toEqual([
    { status: 'fulfilled', value: 'first' },
    { status: 'rejected', reason: new Error('second') },
    { status: 'fulfilled', value: 'third' },
  ]);
  expect(told).toEqual(['first', 'second', 'third'].flatMap((name) => [`${name} begins`, `${name} ends`]));
});
