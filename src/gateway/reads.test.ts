import { setTimeout as later } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { startSignedIn as start } from './testing.ts';

test('the same read by many at once is one upstream, and everybody gets its answer', async () => {
  const { call, upstream } = await start(() => later(1_000).then(() => ({ body: '["a"]' })));
  const replies = await Promise.all(Array.from({ length: 30 }, () => call('GET', '/api/contacts?page=2')));
  for (const reply of replies) expect([reply.status, await reply.json()]).toEqual([200, ['a']]);
  expect(upstream.calls()).toHaveLength(1);
});

test('a read after a change never gets an answer from before it', async () => {
  let name = 'before';
  const { call } = await start(async ({ method }) => {
    const body = `["${name}"]`;
    if (method === 'GET') await later(100);
    else name = 'after';
    return { body };
  });
  const early = call('GET', '/api/contacts');
  await later(20);
  await call('PUT', '/api/contacts/1', { body: '{}' });
  expect(await (await call('GET', '/api/contacts')).json()).toEqual(['after']);
  expect(await (await early).json()).toEqual(['before']);
});

test('what the API marked with an ETag is asked for with it, and a browser that has it gets 304', async () => {
  const { call, upstream } = await start(({ headers }) =>
    headers['if-none-match'] === '"1"'
      ? { status: 304, body: '' }
      : { headers: { ETag: '"1"', 'X-Total': '1' }, body: '["a"]' },
  );
  for (let i = 0; i < 3; i++) {
    const reply = await call('GET', '/api/contacts');
    expect([reply.status, await reply.json(), reply.headers.get('X-Total')]).toEqual([200, ['a'], '1']);
  }
  expect(upstream.calls().map(({ headers }) => headers['if-none-match'])).toEqual([undefined, '"1"', '"1"']);
  expect((await call('GET', '/api/contacts', { headers: { 'If-None-Match': '"1"' } })).status).toBe(304);
});

test('while the API is down its last answer stands in, with its age, except for who needs to know', async () => {
  let down: { status?: number; breakOff?: true; body?: string } | null = null;
  const { call } = await start(() => down ?? { body: '["known"]' });
  await call('GET', '/api/contacts');
  for (const trouble of [{ breakOff: true as const }, { status: 503, body: '{"error":"down"}' }]) {
    down = trouble;
    const reply = await call('GET', '/api/contacts');
    expect([reply.status, await reply.json()]).toEqual([200, ['known']]);
    expect(Date.parse(reply.headers.get('X-As-Of')!)).toBeLessThanOrEqual(Date.now());
    for (const headers of [{ 'Cache-Control': 'no-cache' }, { 'X-Priority': 'background' }] as Record<string, string>[])
      expect((await call('GET', '/api/contacts', { headers })).status).toBeGreaterThanOrEqual(500);
    expect((await call('GET', '/api/contacts?page=2')).status).toBeGreaterThanOrEqual(500);
  }
});

test('another user’s answer is nobody else’s', async () => {
  const { call, request, upstream } = await start(() => later(30).then(() => ({})));
  await Promise.all([call('GET', '/api/contacts'), request('GET', '/api/contacts')]);
  expect(upstream.calls()).toHaveLength(1);
  expect((await request('GET', '/api/contacts')).status).toBe(401);
});

test('an API that does not answer is left alone for a while, and found again', async () => {
  let broken = true;
  const { call, upstream } = await start(() => (broken ? { breakOff: true } : {}));
  for (let i = 0; i < 5; i++) expect((await call('POST', '/api/contacts', { body: '{}' })).status).toBe(502);
  const refused = await call('POST', '/api/contacts', { body: '{}' });
  expect([refused.status, await refused.json()]).toEqual([
    503,
    { error: 'The TextUs API has not answered for a while. Nothing was sent.' },
  ]);
  expect(Number(refused.headers.get('Retry-After'))).toBeGreaterThan(0);
  expect(upstream.calls()).toHaveLength(5);
  broken = false;
  await expect.poll(async () => (await call('GET', '/api/contacts')).status, { timeout: 10_000 }).toBe(200);
});

test('an API that nobody runs is told apart from one that broke off: nothing was sent', async () => {
  const { call, upstream } = await start();
  await upstream.close();
  const reply = await call('POST', '/api/contacts', { body: '{}' });
  expect([reply.status, (await reply.json()).error]).toEqual([
    503,
    'The TextUs API can’t be reached. Nothing was sent.',
  ]);
});
