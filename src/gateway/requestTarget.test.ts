import { expect, test } from 'vitest';
import { everyOperation } from '#contract/api.ts';
import { speak, startSignedIn as start } from './testing.ts';

/** What the table allows to arrive, whatever was asked. */
const allowed = everyOperation.map(
  ({ operation }) => new RegExp(`^${operation.method} /api${operation.path.replace(/:\w+/g, '[1-9]\\d*')}(\\?|$)`),
);

/** Ways of saying `/` `.` and their like that one reader takes for them and another does not. */
const tricks = [
  '..',
  '.',
  '%2e%2e',
  '%2E%2e',
  '.%2e',
  '..;',
  '..%00',
  '%00',
  '%0d%0aX:y',
  '%5c',
  '\\',
  '\\..\\',
  '%2f',
  '%2F..%2F',
  '%252f',
  '%c0%af',
  '%e0%80%af',
  '..%5c..',
  '..\\..',
  ';',
  ';a=b',
  '//',
  '///',
  '/./',
  '/../',
  '/..;/',
  '*',
  '~',
  '@evil.test',
  ':80',
  '?',
  '#',
  '%23',
  '%3f',
  '\u00a0',
  '\t',
  '%09',
  '%20',
  '\x7f',
  '\xff',
  '1/../../admin',
  '1%2f..%2f..%2fadmin',
  '1/..%2fadmin',
  '0x10',
  '+1',
  '1.0',
  '１',
];
const frames = [
  '/api/X',
  '/api/contacts/X',
  '/api/contactsX',
  '/api/X/contacts',
  '/X/api/contacts',
  '/api/contacts/1/X',
  '/Xapi/contacts',
  '/api/groups/1/contacts/X',
];
const wholes = [
  '//evil.test/api/contacts',
  '/api//evil.test/',
  'http://evil.test/api/contacts',
  'https://evil.test/',
  'evil.test:443',
  '*',
  '',
  '?',
  '#',
  '/\\evil.test',
  '\\\\evil.test',
  'file:///etc/passwd',
  '/api/../../etc/passwd',
  '/api/contacts#/../admin',
  '/.well-known/x',
  '/api/contacts%',
  '/api/contacts%zz',
];
const corpus = [...frames.flatMap((frame) => tricks.map((trick) => frame.replace('X', trick))), ...wholes];

test(`of ${corpus.length} crooked request targets only what the table allows reaches the upstream`, async () => {
  const { url, cookie, upstream } = await start();
  const host = new URL(url).host;
  expect(corpus.length).toBeGreaterThan(300);
  const heads = await Promise.all(
    corpus.map((target) =>
      speak(url, `GET ${target} HTTP/1.1\r\nHost: ${host}\r\nCookie: ${cookie}\r\nConnection: close\r\n\r\n`),
    ),
  );
  for (const { method, target } of upstream.calls()) {
    expect(
      allowed.some((pattern) => pattern.test(`${method} ${target}`)),
      target,
    ).toBe(true);
    expect(target).not.toMatch(/\.\.|\/\/|%|\\|evil/);
  }
  for (const head of heads) expect(head).toMatch(/^HTTP\/1\.1 (200|400|404|503)|^$/);
});

test('methods, versions and framing that disagree about where a request ends are refused', async () => {
  const { url, cookie, upstream } = await start();
  const host = new URL(url).host;
  const smuggled = 'GET /api/users HTTP/1.1\r\nHost: x\r\n\r\n';
  const own = `Host: ${host}\r\nCookie: ${cookie}\r\nOrigin: ${url}\r\nX-Requested-With: switchboard\r\n`;
  for (const request of [
    `POST /api/contacts HTTP/1.1\r\n${own}Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n${smuggled}`,
    `POST /api/contacts HTTP/1.1\r\n${own}Content-Length: 4\r\nContent-Length: 90\r\n\r\n{}{}${smuggled}`,
    `POST /api/contacts HTTP/1.1\r\n${own}Transfer-Encoding: xchunked\r\n\r\n${smuggled}`,
    `GET /api/contacts HTTP/1.1\r\nHost: ${host}\r\nHost: evil.test\r\nCookie: ${cookie}\nX: y\r\n\r\n`,
    `TRACE /api/contacts HTTP/1.1\r\n${own}Connection: close\r\n\r\n`,
    `CONNECT evil.test:443 HTTP/1.1\r\n${own}\r\n`,
    `GET /api/contacts HTTP/1.1\r\nCookie: ${cookie}\r\nConnection: close\r\n\r\n`,
  ]) {
    expect(await speak(url, request)).not.toMatch(/^HTTP\/1\.1 2/);
  }
  expect(upstream.calls()).toEqual([]);
});

test.each([
  'evil.test',
  'evil.test:80',
  'localhost.evil.test',
  '127.0.0.1.evil.test',
  '127.0.0.1@evil.test',
  '[::2]',
  '10.0.0.1',
])('a request for the host %s is not served', async (host) => {
  const { url, cookie, upstream } = await start();
  const heard = await speak(
    url,
    `GET /api/contacts HTTP/1.1\r\nHost: ${host}\r\nCookie: ${cookie}\r\nConnection: close\r\n\r\n`,
  );
  expect(heard).toMatch(/^HTTP\/1\.1 4(00|21)/);
  expect(upstream.calls()).toEqual([]);
});

test.each(['127.0.0.1:9', 'localhost', 'LOCALHOST:80', '[::1]:80', 'texts.example.test'])(
  '%s is our own',
  async (host) => {
    const { url } = await start(undefined, { reach: { host: '127.0.0.1', publicUrl: 'https://texts.example.test' } });
    expect(await speak(url, `GET /session HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`)).toMatch(
      /^HTTP\/1\.1 200/,
    );
  },
);
