import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestServer, type TestServer } from '#server/testing.ts';
import { isAllowedAddress } from './webHooksReach.ts';
import { elsewhere, itself } from './webHooksReachTesting.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer('PGlite', { loopbackHooks: false });
});
afterAll(() => server.close());

const noUrl = [
  'ftp://example.com/',
  'file:///etc/passwd',
  'gopher://example.com/',
  'javascript:alert(1)',
  '//x.test',
  '',
];

it.each([
  ...itself.map((url) => [url, 'Url must not lead to the server itself']),
  ...elsewhere.map((url) => [url, 'Url must not lead to a private address']),
  ...noUrl.map((url) => [url, 'Url must be a valid http or https URL']),
  ['https://user:secret@example.com/', 'Url must not contain a login'],
])('a hook to %s is refused: %s', async (url, reason) => {
  const { request } = await server.tenant();
  const response = await request('POST', '/api/web_hooks', { url });
  expect([response.status, await response.json()]).toEqual([422, { error: `Validation failed: ${reason}` }]);
});

it('a hook is not changed to a private address either', async () => {
  const { request } = await server.tenant();
  const made = await request('POST', '/api/web_hooks', { url: 'https://example.com/' });
  const { id } = (await made.json()) as { id: number };
  const changed = await request('PUT', `/api/web_hooks/${id}`, { url: 'http://169.254.169.254/' });
  expect(changed.status).toBe(422);
});

it.each(['93.184.216.34', '8.8.8.8', '2606:4700::1111', '::ffff:8.8.8.8'])('%s is public', (address) => {
  expect(isAllowedAddress(address, false)).toBe(true);
});

it.each(['127.0.0.1', '::1', '::ffff:127.0.0.1'])('%s is allowed only where loopback is', (address) => {
  expect([isAllowedAddress(address, true), isAllowedAddress(address, false)]).toEqual([true, false]);
});

it.each(['10.0.0.1', '169.254.169.254', 'fe80::1', '0.0.0.0', 'nonsense'])('%s is never allowed', (address) => {
  expect(isAllowedAddress(address, true)).toBe(false);
});
