import { eq } from 'drizzle-orm';
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { everyOperation } from '#contract/api.ts';
import { createGateway } from '#gateway/gateway.ts';
import { openDoor, type Door } from '#gateway/listen.ts';
import { cookieOf } from '#gateway/testing.ts';
import { users } from '#server/db/schema/tenants.ts';
import { hashSecret } from '#server/store/secrets.ts';
import { startTestServer, type TestServer } from '#server/testing.ts';

const canary = 'canary-7f3c/ +Zq&"end';

/** The key as it could slip out: as it is, escaped, and encoded wherever it begins within something longer. */
function disguises(username: string): string[] {
  const bytes = Buffer.from(canary);
  const shifted = [0, 1, 2].map((by) =>
    Buffer.concat([Buffer.alloc(by), bytes])
      .toString('base64')
      .slice(by && by + 1, -4),
  );
  const basic = Buffer.from(`${username}:${canary}`).toString('base64');
  return [
    canary,
    'canary-7f3c',
    encodeURIComponent(canary),
    JSON.stringify(canary).slice(1, -1),
    bytes.toString('hex'),
    basic,
    ...[...shifted, basic].map((text) => text.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')),
    ...shifted,
  ];
}

let server: TestServer;
let door: Door;
let username: string;
let logged = '';
/** Everything that came back to the browser, and every address that was asked upstream. */
const seen: string[] = [];

beforeAll(async () => {
  server = await startTestServer('PGlite');
  const tenant = await server.tenant({ role: 'org_admin' });
  username = tenant.email;
  await server.database.db
    .update(users)
    .set({ apiKeyHash: await hashSecret(canary) })
    .where(eq(users.id, tenant.user.id));
  door = await openDoor('127.0.0.1', 0);
  const sink = new Writable({
    write(chunk, _, done) {
      logged += String(chunk);
      done();
    },
  });
  const gateway = createGateway({
    upstream: (request) => {
      seen.push(request.url);
      if (request.url.includes('/api/tags'))
        throw new Error(`A failure that quotes ${request.headers.get('Authorization')}`);
      return server.app.fetch(request);
    },
    upstreamUrl: 'http://127.0.0.1:9',
    embedded: { demo: null, simulator: true },
    hook: { token: 'token', secret: 'secret' },
    reach: { host: '127.0.0.1' },
    dashboardFolder: 'dist/dashboard',
    sessionSecret: 'the secret of a test, long enough for it',
    rateLimitHour: 1_000,
    log: pino({ level: 'trace' }, sink),
  });
  door.serve((request, bindings) => gateway.fetch(request, bindings));
});

afterAll(async () => {
  await door.close();
  await server.close();
});

async function ask(method: string, path: string, cookie = '', body?: unknown) {
  const reply = await fetch(`${door.url}${path}`, {
    method,
    headers: {
      Origin: door.url,
      'X-Requested-With': 'switchboard',
      'Content-Type': 'application/json',
      Cookie: cookie,
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  seen.push(reply.url, ...[...reply.headers].flat(), ...reply.headers.getSetCookie());
  if (reply.headers.get('Content-Type') !== 'text/event-stream') seen.push(await reply.text());
  else await reply.body?.cancel();
  return reply;
}

test('the key that signs in comes back nowhere: no body, header, cookie, address, log line or file', async () => {
  const signedIn = await ask('POST', '/session', '', { username, password: canary });
  expect(signedIn.status).toBe(201);
  const cookie = cookieOf(signedIn);
  for (const { operation } of everyOperation) {
    const body =
      operation.method === 'POST' || operation.method === 'PUT' ? { phone: '3035550142', name: 'x' } : undefined;
    await ask(operation.method, `/api${operation.path.replace(/:\w+/g, '1')}`, cookie, body);
  }
  await ask('POST', '/api/contacts', cookie, { phone: '3035550143', first_name: 'Dana' });
  for (const path of [
    '/',
    '/inbox',
    '/session',
    '/events',
    '/metrics',
    '/healthz',
    '/carrier/messages',
    '/missing.js',
    '/api/x',
  ]) {
    await ask('GET', path, cookie);
  }
  await ask('POST', '/session', cookie, { username: `${username}x`, password: canary });
  await ask('POST', '/session', cookie, { username: '', password: canary });
  await ask('DELETE', '/session', cookie);
  await ask('GET', '/api/users', cookie);

  expect(seen.length).toBeGreaterThan(500);
  expect(logged.split('\n').length).toBeGreaterThan(60);
  for (const disguise of disguises(username)) {
    expect(seen.filter((text) => text.includes(disguise))).toEqual([]);
    expect(logged).not.toContain(disguise);
  }
});

test('log lines name operations, not people', () => {
  expect(logged).toContain('"operation":"contacts.create"');
  for (const detail of [username, '3035550143', '/api/', 'Dana', '?']) expect(logged).not.toContain(detail);
});

test.runIf(existsSync('dist/dashboard'))('the dashboard’s files hold no key, not even the demo’s', async () => {
  for (const entry of await readdir('dist/dashboard', { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const text = await readFile(join(entry.parentPath, entry.name), 'latin1');
    expect(text.includes('demo-key'), entry.name).toBe(false);
    expect(text.includes('Basic '), entry.name).toBe(false);
  }
});
