import { expect, test } from 'vitest';
import { lastAsked } from './lastAsked.ts';

test('each text gets its own answer, and the same text in a row is worked out once', () => {
  const asked: string[] = [];
  const length = lastAsked((text) => asked.push(text) && text.length);
  expect(['a', 'a', 'bcd', 'a', '', ''].map(length)).toEqual([1, 1, 3, 1, 0, 0]);
  expect(asked).toEqual(['a', 'bcd', 'a', '']);
});
