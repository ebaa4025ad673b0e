import { expect, test } from 'vitest';
import { EventReader } from './serverSentEvents.ts';

test('events are put together from pieces, whatever their cut', () => {
  const reader = new EventReader();
  const pieces = ['id: 7\nda', 'ta: {"a":1}\n', '\ndata: x\ndata: y\n\n', 'data: unfinished'];
  expect(pieces.flatMap((piece) => reader.take(piece))).toEqual([
    { id: '7', data: '{"a":1}' },
    { id: undefined, data: 'x\ny' },
  ]);
});

test('heartbeats and empty lines are no events', () => {
  expect(new EventReader().take(':\n\n: still here\n\nretry: 10\n\n')).toEqual([]);
});
