import { expect, test } from 'vitest';
import { KeySequence, keyOf } from './keys.ts';

const known = new Set(['g i', 'i', '/', 'mod+k']);
const press = (sequence: KeySequence, keys: [string, number][]) =>
  keys.map(([key, at]) => sequence.press(key, known, at));

test('two keys in a row are one shortcut and win over the single key', () => {
  expect(
    press(new KeySequence(), [
      ['g', 0],
      ['i', 300],
    ]),
  ).toEqual([undefined, 'g i']);
});

test('after a second the first key is forgotten', () => {
  expect(
    press(new KeySequence(), [
      ['g', 0],
      ['i', 1_500],
    ]),
  ).toEqual([undefined, 'i']);
});

test('a shortcut ends the sequence', () => {
  expect(
    press(new KeySequence(), [
      ['g', 0],
      ['i', 100],
      ['i', 200],
    ]),
  ).toEqual([undefined, 'g i', 'i']);
});

test('Ctrl and ⌘ are the same, and Alt types characters', () => {
  const none = { ctrlKey: false, metaKey: false, altKey: false };
  expect(keyOf({ ...none, key: 'k', ctrlKey: true })).toBe('mod+k');
  expect(keyOf({ ...none, key: 'K', metaKey: true })).toBe('mod+k');
  expect(keyOf({ ...none, key: '?' })).toBe('?');
  expect(keyOf({ ...none, key: 'q', altKey: true })).toBeUndefined();
});
