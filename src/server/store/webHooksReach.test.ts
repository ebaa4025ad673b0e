import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestServer, type TestServer } from '#server/testing.ts';
import { isAllowedAddress } from './webHooksReach.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer('PGlite', { loopbackHooks: false });
});
afterAll(() => server.close());

const itself = [
  'http://127.0.0.1/',
  'http://127.1:8080/',
  'http://127.255.255.254/',
  'http://2130706433/',
  'http://0x7f000001/',
  'http://0x7f.1/',
  'http://0177.0.0.1/',
  'http://017700000001/',
  'http://127.0.0.1./',
  'http://%31%32%37.0.0.1/',
  'http://１２７.０.０.１/',
  'http://[::1]/',
  'http://[0:0:0:0:0:0:0:1]:8081/',
  'http://[::ffff:127.0.0.1]/',
  'http://[::ffff:7f00:1]/',
  'http://localhost/',
  'http://LOCALHOST:5432/',
  'http://localhost./',
  'https://any.localhost/',
];

const elsewhere = [
  'http://0/',
  'http://0.0.0.0:8080/',
  'http://10.0.0.1/',
  'http://012.0.0.1/',
  'http://167772161/',
  'http://10.255.255.255/',
  'http://100.64.0.1/',
  'http://169.254.169.254/latest/meta-data/',
  'http://2852039166/',
  'http://0xa9fea9fe/',
  'http://0251.0376.0251.0376/',
  'http://172.16.0.1/',
  'http://172.31.255.254/',
  'http://192.168.0.1/',
  'http://0xc0a80001/',
  'http://192.0.0.170/',
  'http://192.0.2.7/',
  'http://198.18.0.1/',
  'http://198.51.100.1/',
  'http://203.0.113.1/',
  'http://224.0.0.1/',
  'http://240.0.0.1/',
  'http://255.255.255.255/',
  'http://[::]/',
  'http://[::10.0.0.1]/',
  'http://[::ffff:10.0.0.1]/',
  'http://[::ffff:169.254.169.254]/',
  'http://[::ffff:a9fe:a9fe]/',
  'http://[64:ff9b::a9fe:a9fe]/',
  'http://[2002:a9fe:a9fe::]/',
  'http://[2001:db8::1]/',
  'http://[fc00::1]/',
  'http://[fd00:ec2::254]/',
  'http://[fe80::1]/',
  'http://[fec0::1]/',
  'http://[ff02::1]/',
  'http://metadata.google.internal/',
  'http://metadata/',
  'http://printer.local/',
  'http://intranet/',
  'http://router.lan./',
  'http://nas.home.arpa/',
];

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
