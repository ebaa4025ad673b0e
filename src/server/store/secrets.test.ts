import { expect, it } from 'vitest';
import { hashSecret, matchesSecret } from './secrets.ts';

it('matches what a hash was made of, whatever work it took', async () => {
  for (const stored of [await hashSecret('key'), await hashSecret('key', 1)]) {
    expect(await matchesSecret('key', stored)).toBe(true);
    expect(await matchesSecret('Key', stored)).toBe(false);
  }
});

it('matches a hash that was kept before its cost was', async () => {
  const [scheme, , salt, hash] = (await hashSecret('key')).split('$');
  expect(await matchesSecret('key', [scheme, salt, hash].join('$'))).toBe(true);
});
