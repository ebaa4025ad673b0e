import { expect, test } from 'vitest';
import { everyOperation } from '#contract/api.ts';
import { limits } from '#contract/common.ts';
import { dana, startSignedIn as start } from './testing.ts';

test('every operation of the contract reaches the upstream as its path, with the session’s credential', async () => {
  const { call, upstream } = await start();
  for (const { operation } of everyOperation) {
    const path = `/api${operation.path.replace(/:\w+/g, '12')}`;
    const body = operation.body && operation.method !== 'DELETE' ? { body: '{"a":1}' } : {};
    // Asked for as the sign-in asks, so it can't be told apart below.
    if (path === '/api/users/current') continue;
    expect((await call(operation.method, path, body)).status, path).toBe(200);
    const { method, target, headers } = upstream.arrived.at(-1)!;
    expect([method, target]).toEqual([operation.method, path]);
    expect(headers.authorization).toBe(`Basic ${btoa(`${dana.username}:${dana.password}`)}`);
    expect(headers.accept).toMatch(/^application\/vnd\.textus-v2/);
  }
});

test('without a session nothing goes upstream', async () => {
  const { request, upstream } = await start();
  const reply = await request('GET', '/api/contacts');
  expect([reply.status, await reply.json()]).toEqual([401, { error: 'Sign in first' }]);
  expect(upstream.calls()).toEqual([]);
});

test.each([
  ['GET', '/api'],
  ['GET', '/api/'],
  ['GET', '/api/contacts/'],
  ['GET', '/api/contacts/0'],
  ['GET', '/api/contacts/-1'],
  ['GET', '/api/contacts/007'],
  ['GET', '/api/contacts/1e3'],
  ['GET', '/api/contacts/9007199254740993'],
  ['GET', '/api/contacts/1/notes'],
  ['GET', '/api/%63ontacts'],
  ['GET', '/api/Contacts'],
  ['GET', '/api/contacts;x=1'],
  ['GET', '/api/blocked_numbers/1'],
  ['GET', '/api/events'],
  ['GET', '/api/:'],
  ['GET', '/api/contacts/:'],
  ['GET', '/api/contacts/:id'],
  ['POST', '/api/contacts/1'],
  ['PATCH', '/api/contacts/1'],
  ['HEAD', '/api/contacts'],
  ['OPTIONS', '/api/contacts'],
  ['DELETE', '/api/users/1'],
])('%s %s is in no table and goes nowhere', async (method, path) => {
  const { call, upstream } = await start();
  expect((await call(method, path)).status).toBe(404);
  expect(upstream.calls()).toEqual([]);
});

test('only documented query parameters go along, each once', async () => {
  const { call, upstream } = await start();
  await call('GET', '/api/contacts?page=2&page=9&q=a%26b%3Dc&admin=1&per_page=10&api_key=x&__proto__=1');
  const [path, query] = upstream.arrived.at(-1)!.target.split('?');
  expect(path).toBe('/api/contacts');
  expect(Object.fromEntries(new URLSearchParams(query))).toEqual({ page: '2', q: 'a&b=c', per_page: '10' });
});

test('of the browser’s headers only the body’s type goes along', async () => {
  const { call, upstream } = await start();
  await call('GET', '/api/contacts', {
    headers: {
      'If-None-Match': '"known"',
      Authorization: 'Basic forged',
      'X-Forwarded-For': '8.8.8.8',
      'X-Original-URL': '/admin',
      'X-HTTP-Method-Override': 'DELETE',
      Accept: 'text/html',
    },
  });
  const { headers } = upstream.arrived.at(-1)!;
  expect(Object.keys(headers)).toEqual(expect.arrayContaining(['accept', 'authorization', 'host']));
  expect(headers.authorization).not.toContain('forged');
  for (const name of [
    'cookie',
    'if-none-match',
    'x-forwarded-for',
    'x-original-url',
    'x-http-method-override',
    'origin',
  ]) {
    expect(headers).not.toHaveProperty(name);
  }
});

test('a reply passes with its status, body and the headers people need, and no others', async () => {
  const { call } = await start(() => ({
    status: 422,
    headers: {
      'X-Total': '3',
      ETag: '"e"',
      'Set-Cookie': 'a=b',
      Server: 'x',
      'Cache-Control': 'public',
      'Access-Control-Allow-Origin': '*',
    },
    body: '{"error":"Validation failed: Phone is invalid"}',
  }));
  const reply = await call('POST', '/api/contacts', { body: '{"phone":"x"}' });
  expect([reply.status, await reply.json()]).toEqual([422, { error: 'Validation failed: Phone is invalid' }]);
  expect(Object.fromEntries(reply.headers)).toMatchObject({ 'x-total': '3', etag: '"e"', 'cache-control': 'no-store' });
  for (const name of ['set-cookie', 'server', 'access-control-allow-origin'])
    expect(reply.headers.has(name)).toBe(false);
});

test('bodies arrive byte for byte, JSON and images alike', async () => {
  const { call, upstream } = await start();
  const json = JSON.stringify({ content: 'Grüße 👋', sender: 1, receiver: '2' });
  await call('POST', '/api/messages', { body: json });
  expect(upstream.arrived.at(-1)!.body.toString()).toBe(json);
  const form = new FormData();
  const image = new Uint8Array(300_000).fill(137);
  form.set('file', new File([image], 'a.png', { type: 'image/png' }));
  await call('POST', '/api/messages', { body: form });
  expect(upstream.arrived.at(-1)!.body.includes(Buffer.from(image))).toBe(true);
});

test('bodies that are too large, or no JSON, are refused before anything goes upstream', async () => {
  const { call, upstream } = await start();
  const large = await call('POST', '/api/messages', { body: `"${'x'.repeat(limits.bodyBytes)}"` });
  expect([large.status, await large.json()]).toEqual([413, { error: 'The request body is too large' }]);
  const text = await call('POST', '/api/messages', { body: 'a=b', headers: { 'Content-Type': 'text/plain' } });
  expect(text.status).toBe(415);
  const form = new FormData();
  form.set('phone', '1');
  expect((await call('POST', '/api/contacts', { body: form })).status).toBe(415);
  expect(upstream.calls()).toEqual([]);
});
