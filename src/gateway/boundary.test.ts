import { expect, test } from 'vitest';
import { dana, speak, startSignedIn as start } from './testing.ts';

const changes = [
  ['POST', '/session'],
  ['DELETE', '/session'],
  ['POST', '/api/messages'],
  ['PUT', '/api/contacts/1'],
  ['DELETE', '/api/contacts/1'],
  ['POST', '/carrier/inbound'],
] as const;

test.each(changes)('%s %s can’t be made from another site', async (method, path) => {
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
  for (const headers of foreign) {
    const reply = await request(method, path, { cookie, headers, ...(method !== 'DELETE' && { body: '{}' }) });
    expect([reply.status, await reply.json()], JSON.stringify(headers)).toEqual([403, { error: expect.any(String) }]);
  }
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
  const slow = Array.from({ length: 300 }, () => speak(url, 'GET /session HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: '));
  const before = performance.now();
  for (let i = 0; i < 20; i++) expect((await request('GET', '/session')).status).toBe(200);
  expect(performance.now() - before).toBeLessThan(5_000);
  await Promise.all(slow);
});

test('headers beyond the limit are refused', async () => {
  const { url } = await start();
  const heard = await speak(url, `GET /session HTTP/1.1\r\nHost: 127.0.0.1\r\nX: ${'x'.repeat(40_000)}\r\n\r\n`);
  expect(heard).toMatch(/^HTTP\/1\.1 431/);
});
