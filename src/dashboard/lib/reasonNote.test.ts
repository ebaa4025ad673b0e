import { expect, test } from 'vitest';
import { reasonsIn, withReason } from './reasonNote.ts';

const now = new Date('2026-11-25T08:00:00Z');

test('a reason goes below the notes and is found again, whatever stands around it', () => {
  const notes = withReason('Prefers mornings.\n', 'Opted out', 'asked\nby  phone', now);
  expect(notes).toBe('Prefers mornings.\n2026-11-25 Opted out: asked by phone');
  const both = withReason(notes, 'Opted back in', 'wrote: yes, please', now);
  expect(reasonsIn(`${both}\nLikes tea`)).toEqual([
    { day: '2026-11-25', act: 'Opted out', reason: 'asked by phone' },
    { day: '2026-11-25', act: 'Opted back in', reason: 'wrote: yes, please' },
  ]);
  expect(reasonsIn(null)).toEqual([]);
});
