import { setTimeout as later } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { readBudget } from '#contract/budget.ts';
import { startSignedIn as start, startUpstream } from './testing.ts';

test.each([
  ['gzip, deflate, br, zstd', 'zstd'],
  ['gzip, deflate, br', 'gzip'],
  ['zstd;q=0, gzip;q=0.5', 'gzip'],
  ['br', undefined],
])('a page of a list is sent as small as %s allows, and is the same', async (accepted, encoding) => {
  const people = Array.from({ length: 50 }, (_, id) => ({ id, first_name: 'Dana', phone: `1303555${1000 + id}` }));
  const { call } = await start(() => ({ body: JSON.stringify(people) }));
  const reply = await call('GET', '/api/contacts', { headers: { 'Accept-Encoding': accepted } });
  expect(reply.headers.get('Content-Encoding')).toBe(encoding ?? null);
  const isSmall = Number(reply.headers.get('Content-Length')) < JSON.stringify(people).length / 4;
  expect([isSmall, await reply.json()]).toEqual([encoding !== undefined, people]);
});

test('what fits into a packet is sent as it is', async () => {
  const { call } = await start(() => ({ body: '[{"id":1}]' }));
  const reply = await call('GET', '/api/contacts', { headers: { 'Accept-Encoding': 'gzip, zstd' } });
  expect([reply.headers.get('Content-Encoding'), await reply.json()]).toEqual([null, [{ id: 1 }]]);
});

test('a redirect of the upstream is not followed', async () => {
  const elsewhere = await startUpstream();
  const { call } = await start(() => ({ status: 302, headers: { Location: `${elsewhere.origin}/steal` } }));
  const reply = await call('GET', '/api/contacts');
  expect([reply.status, await reply.json()]).toEqual([502, { error: expect.stringContaining('redirect') }]);
  expect(elsewhere.arrived).toEqual([]);
});

test('an upstream that is gone, slow or breaks off is told apart in a sentence', async () => {
  const slow = await start(() => later(3_000).then(() => ({})), { timeoutMs: 800 });
  const late = await slow.call('GET', '/api/contacts');
  expect([late.status, await late.json()]).toEqual([504, { error: 'The TextUs API did not answer in time.' }]);
  const broken = await start(() => ({ breakOff: true }));
  const gone = await broken.call('POST', '/api/contacts', { body: '{}' });
  expect([gone.status, await gone.json()]).toEqual([502, { error: 'The TextUs API can’t be reached.' }]);
  expect(broken.upstream.calls()).toHaveLength(1);
});

test('a page of HTML never comes out of the API', async () => {
  let status = 200;
  const { call } = await start(() => ({
    status,
    headers: { 'Content-Type': 'text/html' },
    body: '<script>1</script>',
  }));
  const fine = await call('GET', '/api/contacts');
  expect([fine.status, await fine.json()]).toEqual([502, { error: expect.stringContaining('not JSON') }]);
  status = 503;
  const failed = await call('GET', '/api/contacts');
  expect([failed.status, await failed.json()]).toEqual([
    503,
    { error: 'The TextUs API answered 503 Service Unavailable' },
  ]);
});

test('a refusal for too many requests passes with its wait', async () => {
  const { call } = await start(() => ({ status: 429, headers: { 'Retry-After': '17' }, body: '{"error":"Too many"}' }));
  const reply = await call('GET', '/api/contacts');
  expect([reply.status, reply.headers.get('Retry-After'), await reply.json()]).toEqual([
    429,
    '17',
    { error: 'Too many' },
  ]);
  expect(readBudget(reply.headers)?.hour).toEqual({ remaining: 0, refillsIn: 17 });
});

test('every reply tells what is left of the hour: by own count, and by the upstream’s where it has one', async () => {
  let headers: Record<string, string> = {};
  const { call } = await start(() => ({ headers }));
  const own = await call('GET', '/api/contacts');
  expect(readBudget(own.headers)).toEqual({
    limit: 1_000,
    hour: { remaining: 998, refillsIn: 3_600 },
    background: { remaining: 798, refillsIn: 3_600 },
    broadcast: { every: 60, nextIn: 0 },
  });
  headers = { 'X-RateLimit-Limit': '500', 'X-RateLimit-Remaining': '42', 'X-RateLimit-Reset': '90' };
  const told = await call('GET', '/api/contacts');
  const { limit, hour, background } = readBudget(told.headers)!;
  expect([limit, hour, background.remaining]).toEqual([500, { remaining: 42, refillsIn: 90 }, 0]);
});

test('an empty reply stays empty', async () => {
  const { call } = await start(() => ({
    status: 200,
    headers: { 'Content-Length': '0', 'Content-Type': 'text/plain' },
    body: '',
  }));
  const reply = await call('DELETE', '/api/contacts/1');
  expect([reply.status, await reply.text()]).toEqual([200, '']);
});
