import { expect, test } from 'vitest';
import { initials } from './initials.ts';

test.each([
  ['Dana Reyes', 'DR'],
  ['Ana María de la Cruz', 'AC'],
  ['Cher', 'C'],
  ['  tomasz   zieliński ', 'TZ'],
  ['(303) 555-0142', ''],
  ['', ''],
  ['<img src=x>', 'S'],
  ['𝒟ana', '𝒟'],
])('%s is shown as %s', (name, shown) => {
  expect(initials(name)).toBe(shown);
});
