import { expect, test, vi, onTestFinished } from 'vitest';
import { sessionLimits } from '#contract/session.ts';
import { cookieOf, dana, danaUser, speak, startGateway, startUpstream } from './testing.ts';

const start = async (options = {}) => {
  const upstream = await startUpstream();
  const gateway = await startGateway({ upstreamUrl: upstream.origin, ...options });
  return { upstream, ...gateway };
};

/** Lets the test move the clock; timers run on. */
function holdClock() {
  vi.useFakeTimers({ toFake: ['Date'] });
  onTestFinished(() => void vi.useRealTimers());
  return (ms: number) => vi.setSystemTime(Date.now() + ms);
}

test('right credentials begin a session that says who is signed in', async () => {
  const { request } = await start();
  const reply = await request('POST', '/session', { body: JSON.stringify(dana) });
  const session = {
    username: dana.username,
    user: danaUser,
    embedded: false,
    simulator: false,
    live: false,
    canTurnOnLive: false,
    eventsFrom: expect.stringMatching(/^[\w-]+\.0$/),
    demo: false,
  };
  expect([reply.status, await reply.json()]).toEqual([201, session]);
  const shown = await request('GET', '/session', { cookie: cookieOf(reply) });
  expect([shown.status, await shown.json()]).toEqual([200, session]);
});

test('the cookie is out of reach of scripts and other sites', async () => {
  const plain = await start();
  const reply = await plain.request('POST', '/session', { body: JSON.stringify(dana) });
  expect(reply.headers.getSetCookie()).toEqual([
    expect.stringMatching(/^switchboard\d+=[\w.-]+; Max-Age=1800; Path=\/; HttpOnly; SameSite=Strict$/),
  ]);
});

test('by https the cookie is bound to the host', async () => {
  const { url } = await start({ reach: { host: '127.0.0.1', publicUrl: 'https://texts.example.test' } });
  const body = JSON.stringify(dana);
  const heard = await speak(
    url,
    'POST /session HTTP/1.1\r\nHost: texts.example.test\r\nOrigin: https://texts.example.test\r\n' +
      `X-Requested-With: switchboard\r\nConnection: close\r\nContent-Length: ${body.length}\r\n\r\n${body}`,
  );
  expect(heard).toMatch(/^HTTP\/1.1 201/);
  expect(heard).toMatch(
    /^set-cookie: __Host-switchboard=[\w.-]+; Max-Age=1800; Path=\/; HttpOnly; Secure; SameSite=Strict\r$/m,
  );
  expect(heard).toMatch(/^strict-transport-security: max-age=31536000\r$/m);
});

test('wrong credentials are refused in a sentence and set no cookie', async () => {
  const { request } = await start();
  const reply = await request('POST', '/session', { body: JSON.stringify({ ...dana, password: 'wrong' }) });
  expect([reply.status, await reply.json()]).toEqual([401, { error: 'Wrong username, password or API key' }]);
  expect(cookieOf(reply)).toBe('');
});

test.each([
  [{}, 'Username'],
  [{ username: '', password: 'x' }, 'Username'],
  [{ username: 'dana' }, 'Password'],
  [{ username: 'a:b', password: 'x' }, 'Username'],
  [{ username: 'dana', password: 'x\r\nHost: evil' }, 'Password'],
  [{ username: 'd'.repeat(256), password: 'x' }, 'Username'],
  [{ demo: true }, 'demo'],
])('%j is refused with the field it lacks, without a request upstream', async (body, field) => {
  const { request, upstream } = await start();
  const reply = await request('POST', '/session', { body: JSON.stringify(body) });
  expect(reply.status).toBe(422);
  expect(await reply.json()).toEqual({ error: expect.stringContaining(field) });
  expect(upstream.arrived).toEqual([]);
});

test('the demo signs in where there is one', async () => {
  const { request } = await start({ embedded: { demo: dana, simulator: true } });
  const reply = await request('POST', '/session', { body: '{"demo":true}' });
  expect([reply.status, await reply.json()]).toMatchObject([
    201,
    { username: dana.username, demo: true, simulator: true },
  ]);
});

test('a thousand wrong sign-ins spend at most 50 upstream requests, and are told how long to wait', async () => {
  const { request, upstream } = await start();
  const guess = (i: number) =>
    request('POST', '/session', { body: JSON.stringify({ username: `user${i % 200}`, password: `guess ${i}` }) });
  const replies: Response[] = [];
  // A few hundred at once: a machine with other work answers more of them later than a connection may wait.
  for (let i = 0; i < 1_000; i += 200)
    replies.push(...(await Promise.all(Array.from({ length: 200 }, (_, k) => guess(i + k)))));
  expect(upstream.arrived.length).toBeLessThanOrEqual(50);
  const refused = replies.filter(({ status }) => status === 429);
  expect(refused.length).toBeGreaterThanOrEqual(950);
  for (const reply of refused) expect(Number(reply.headers.get('Retry-After'))).toBeGreaterThan(0);
});

test('guessing at one user is stopped after a few, and the right password works again after the wait', async () => {
  const pass = holdClock();
  const { request } = await start();
  const attempt = (password: string) => request('POST', '/session', { body: JSON.stringify({ ...dana, password }) });
  const statuses = [];
  for (let i = 0; i < 10; i++) statuses.push((await attempt('wrong')).status);
  expect(statuses).toEqual([401, 401, 401, 401, 401, 401, 401, 401, 429, 429]);
  const refused = await attempt(dana.password);
  expect(refused.status).toBe(429);
  pass(Number(refused.headers.get('Retry-After')) * 1_000);
  expect((await attempt(dana.password)).status).toBe(201);
});

test('right sign-ins are not limited', async () => {
  const { request } = await start();
  for (let i = 0; i < 30; i++) {
    expect((await request('POST', '/session', { body: JSON.stringify(dana) })).status).toBe(201);
  }
});

test('signing out ends the session for every copy of its cookie', async () => {
  const { request, signIn } = await start();
  const cookie = await signIn();
  const reply = await request('DELETE', '/session', { cookie });
  expect([reply.status, await reply.json()]).toMatchObject([200, { username: null, user: null }]);
  expect(reply.headers.getSetCookie()).toEqual([expect.stringContaining('Max-Age=0')]);
  expect((await request('GET', '/api/users', { cookie })).status).toBe(401);
  expect((await request('DELETE', '/session', { cookie })).status).toBe(200);
});

test('signing in again ends the session that the browser brought', async () => {
  const { request, signIn } = await start();
  const planted = await signIn();
  await request('POST', '/session', { body: JSON.stringify(dana), cookie: planted });
  expect((await request('GET', '/api/users', { cookie: planted })).status).toBe(401);
});

test('a session idles out after half an hour, and use prolongs it', async () => {
  const pass = holdClock();
  const { request, signIn } = await start();
  const first = await signIn();
  pass(sessionLimits.idleMs - 60_000);
  const used = await request('GET', '/api/users', { cookie: first });
  expect(used.status).toBe(200);
  pass(120_000);
  expect((await request('GET', '/api/users', { cookie: first })).status).toBe(401);
  expect((await request('GET', '/api/users', { cookie: cookieOf(used) })).status).toBe(200);
});

test('a session ends after twelve hours, however busy', async () => {
  const pass = holdClock();
  const { request, signIn } = await start();
  let cookie = await signIn();
  let hours = 0;
  for (; hours < 20; hours += 0.25) {
    const reply = await request('GET', '/session', { cookie });
    if ((await reply.json()).username === null) break;
    cookie = cookieOf(reply) || cookie;
    pass(15 * 60_000);
  }
  expect(hours).toBe(12);
});

test('a changed or foreign cookie is nobody’s', async () => {
  const { request, signIn } = await start();
  const cookie = await signIn();
  const [name] = cookie.split('=');
  const foreign = (
    await (await start({ sessionSecret: 'another secret, just as long as the other one' })).signIn()
  ).replace(/^\w+/, name ?? '');
  for (const wrong of [`${cookie.slice(0, -2)}xx`, foreign, `${name}=`, `${name}=a.b.c.d.e`, `${name}=%`]) {
    expect((await request('GET', '/api/users', { cookie: wrong })).status).toBe(401);
  }
});

test('a credential that the upstream takes back ends the session', async () => {
  let status = 200;
  const upstream = await startUpstream(() => ({ status, body: status === 200 ? '[]' : '{"error":"no"}' }));
  const { request, signIn } = await startGateway({ upstreamUrl: upstream.origin });
  const cookie = await signIn();
  status = 401;
  const reply = await request('GET', '/api/users', { cookie });
  expect([reply.status, await reply.json()]).toEqual([
    401,
    { error: 'Your sign-in is no longer valid. Sign in again.' },
  ]);
  status = 200;
  expect((await request('GET', '/api/users', { cookie })).status).toBe(401);
});
