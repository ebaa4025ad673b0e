import { expect, test } from 'vitest';
import { ownPath } from './ownPath.ts';

test.each([
  ['/contacts?q=a#b', '/contacts?q=a#b'],
  ['/', '/'],
  [null, '/'],
  ['//evil.test/x', '/'],
  ['/\\evil.test', '/'],
  ['/\t/evil.test', '/'],
  ['https://evil.test', '/'],
  ['javascript:alert(1)', '/'],
  ['/sign-in?next=/', '/'],
])('%j leads to %s', (given, path) => {
  expect(ownPath(given)).toBe(path);
});
