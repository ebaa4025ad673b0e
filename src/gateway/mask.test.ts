import { expect, test } from 'vitest';
import { masked } from './mask.ts';

test.each([
  ['sent to +13035550123 failed', '3035550123'],
  ['sent to (303) 555-0123 failed', '555-0123'],
  ['Authorization: Basic dXNlcjpwYXNzd29yZA==', 'dXNlcjpwYXNzd29yZA'],
  ['body {"content":"see \\"you\\"","id":3}', 'see'],
  ['{"password": "hunter2"}', 'hunter2'],
  ['for dana.reyes@example.test', 'dana'],
])('%s', (text, secret) => expect(masked(text)).not.toContain(secret));

test('where it happened stays readable', () => {
  const stack = 'TypeError: x is undefined\n    at read (/app/src/gateway/forward.ts:128:17)';
  expect(masked(stack)).toBe(stack);
});
