import { expect, test } from 'vitest';
import { everyOperation } from '#contract/api.ts';
import { dana, speak, startSignedIn as start } from './testing.ts';

const changes: (readonly [string, string])[] = [
  ['POST', '/session'],
  ['DELETE', '/session'],
  ['POST', '/live'],
  ['DELETE', '/drafts/a-draft-key?age=1'],
  ['POST', '/carrier/inbound'],
  ...everyOperation.flatMap(({ operation: { method, path } }) =>
    method === 'GET' ? [] : [[method, `/api${path.replace(/:\w+/g, '1')}`] as const],
  ),
];

test('no state change can be made from another site', async () => {
  const { url, request, upstream, cookie } = await start(undefined, { embedded: { demo: dana, simulator: true } });
  const port = new URL(url).port;
  const foreign: Record<string, string>[] = [
    { Origin: 'https://evil.test' },
    { Origin: 'null' },
    { Origin: '' },
    { Origin: `http://127.0.0.1:${Number(port) - 1}` },
    { Origin: `https://127.0.0.1:${port}` },
    { Origin: `${url}.evil.test` },
    { Origin: `http://localhost:${port}` },
    { 'Sec-Fetch-Site': 'cross-site' },
    { 'Sec-Fetch-Site': 'same-site' },
    { 'X-Requested-With': '' },
    { 'X-Requested-With': 'XMLHttpRequest' },
  ];
  for (const [method, path] of changes) {
    const replies = await Promise.all(
      foreign.map((headers) => request(method, path, { cookie, headers, ...(method !== 'DELETE' && { body: '{}' }) })),
    );
    for (const reply of replies) {
      expect([reply.status, await reply.json()], `${method} ${path}`).toEqual([403, { error: expect.any(String) }]);
    }
  }
  expect(changes.length).toBeGreaterThan(30);
  expect(upstream.calls()).toEqual([]);
  expect((await request('GET', '/api/users', { cookie })).status).toBe(200);
});

test('everything that is answered forbids sniffing, framing and referrers', async () => {
  const { request, cookie } = await start();
  for (const path of [
    '/',
    '/inbox',
    '/missing.js',
    '/api/contacts',
    '/api/nothing',
    '/session',
    '/healthz',
    '/media/x',
  ]) {
    const { headers } = await request('GET', path, { cookie });
    expect(headers.get('X-Content-Type-Options'), path).toBe('nosniff');
    expect(headers.get('Referrer-Policy')).toBe('no-referrer');
    expect(headers.get('Cross-Origin-Opener-Policy')).toBe('same-origin');
    expect(headers.get('Cross-Origin-Resource-Policy')).toBe('same-origin');
    expect(headers.get('Permissions-Policy')).toContain('camera=()');
    expect(headers.get('Content-Security-Policy')).toContain("frame-ancestors 'none'");
    expect(headers.get('Content-Security-Policy')).not.toMatch(/script-src[^;]*unsafe/);
    expect(headers.has('Access-Control-Allow-Origin')).toBe(false);
  }
});

test('slow and silent clients hold up nobody', async () => {
  const { url, request } = await start();
  const isLong = process.env['LONG'] === '1';
  const slow = Array.from({ length: isLong ? 1_000 : 300 }, () =>
    speak(url, 'GET /session HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: '),
  );
  const took: number[] = [];
  for (let i = 0; i < 100; i++) {
    const before = performance.now();
    expect((await request('GET', '/session')).status).toBe(200);
    took.push(performance.now() - before);
  }
  const p99 = took.toSorted((a, b) => a - b)[98]!;
  if (isLong) console.log(`p99 beside ${slow.length} slow connections: ${p99.toFixed(1)} ms`);
  expect(p99).toBeLessThan(isLong ? 500 : 2_000);
  await Promise.all(slow);
});

test('neither log nor metrics say who, whom or with which secret', async () => {
  const secret = 'Basic c2VjcmV0OnNlY3JldA==';
  const { call, request, lines } = await start(undefined, {
    upstream: () => {
      throw new TypeError(`+13035550123 dana@example.test ${secret} went wrong`);
    },
  });
  await call('POST', '/api/messages', { body: '{"receiver":"+13035550123","content":"Hush"}' });
  await request('POST', '/session', { body: '{"username":"dana@example.test","password":"correct horse"}' });
  const said = JSON.stringify(lines) + (await (await request('GET', '/metrics')).text());
  expect(lines.length).toBeGreaterThan(0);
  for (const secretThing of ['3035550123', 'dana@', 'horse', 'Hush', 'c2VjcmV0'])
    expect(said).not.toContain(secretThing);
});

test('headers beyond the limit are refused', async () => {
  const { url } = await start();
  const heard = await speak(url, `GET /session HTTP/1.1\r\nHost: 127.0.0.1\r\nX: ${'x'.repeat(40_000)}\r\n\r\n`);
  expect(heard).toMatch(/^HTTP\/1\.1 431/);
});
