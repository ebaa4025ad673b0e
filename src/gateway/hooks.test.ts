import { expect, test } from 'vitest';
import { hook, ids, now, payload, sign, startLive as start } from './liveTesting.ts';
import { isSigned } from './signature.ts';

test('what is unsigned, wrongly signed, unknown, old or no payload is refused and told to nobody', async () => {
  const { listen, deliver } = await start();
  const stream = await listen();
  const body = JSON.stringify(payload(1));
  expect(await deliver(body, '')).toBe(401);
  expect(await deliver(body, sign(`${body} `))).toBe(401);
  expect(await deliver(body.replace('Hello', 'Hullo'), sign(body))).toBe(401);
  expect(await deliver(body, undefined, 'another-token')).toBe(404);
  expect(await deliver(payload(1, undefined, now() - 37 * 3_600))).toBe(422);
  expect(await deliver(payload(1, undefined, now() + 600))).toBe(422);
  expect(await deliver('{"timestamp":1}')).toBe(422);
  expect(await deliver('not JSON')).toBe(422);
  expect(await deliver(`"${'x'.repeat(1_000_001)}"`)).toBe(413);
  await deliver(payload(2));
  await expect.poll(() => stream.events.length).toBe(2);
  expect(ids(stream.events)).toEqual([2]);
});

test('ten thousand changed signatures are all refused', () => {
  const body = new TextEncoder().encode(JSON.stringify(payload(1)));
  const right = sign(new TextDecoder().decode(body));
  for (const form of [right, right.toUpperCase(), `sha256=${right}`, Buffer.from(right, 'hex').toString('base64')]) {
    expect(isSigned(body, hook.secret, form)).toBe(true);
  }
  for (let i = 0; i < 10_000; i++) {
    const bytes = Buffer.from(right, 'hex');
    bytes[i % 32]! ^= 1 + (i % 255);
    expect(isSigned(body, hook.secret, bytes.toString('hex'))).toBe(false);
  }
});

test('a thousand replays of one delivery give one event, and are acknowledged', async () => {
  const { listen, deliver } = await start();
  const stream = await listen();
  const body = JSON.stringify(payload(1));
  const statuses = await Promise.all(Array.from({ length: 1_000 }, () => deliver(body)));
  expect(new Set(statuses)).toEqual(new Set([204]));
  await deliver(payload(2));
  await expect.poll(() => ids(stream.events)).toEqual([1, 2]);
});

test('a message that is not as documented is passed on as a hint', async () => {
  const { listen, deliver } = await start();
  const stream = await listen();
  const odd = payload(1);
  await deliver({ ...odd, message: { ...odd.message, read: 'maybe' } });
  await expect.poll(() => stream.events).toMatchObject([{ type: 'ready' }, { type: 'changed', resource: 'messages' }]);
});
