import pg from 'pg';
import { expect, inject, onTestFinished, test } from 'vitest';
import { hook, ids, message, openStream, payload, sign } from './liveTesting.ts';
import { Relay } from './relay.ts';
import { danaUser, startGateway, startUpstream } from './testing.ts';

/** Two processes of one installation before one API, with Dana signed in at both. */
async function startTwo() {
  const upstream = await startUpstream(({ method }) => ({ body: method === 'GET' ? '[]' : '{"id":1}' }));
  const start = async () => {
    const relay = new Relay(inject('postgresUrl'));
    onTestFinished(() => relay.close());
    const gateway = await startGateway({ upstreamUrl: upstream.origin, relay });
    gateway.hooks.register(hook.token, { secret: hook.secret, accountId: danaUser.account_id });
    return gateway;
  };
  const [one, two] = [await start(), await start()];
  const signedIn = await one.signIn();
  // A proxy would give both the same host; on their own ports the cookie has another name at each.
  const cookie = `${signedIn}; ${signedIn.replace(/\d+=/, `${new URL(two.url).port}=`)}`;
  const stream = await openStream(`${two.url}/events`, cookie);
  // Listening begins beside the start: it is there once a note arrives.
  await expect
    .poll(async () => {
      await one.request('PUT', '/api/contacts/1', { body: '{}', cookie });
      return stream.events.some(({ type }) => type === 'changed');
    })
    .toBe(true);
  return { one, two, cookie, stream };
}

test('what happens at one process reaches people at the other, once', async () => {
  const { one, stream } = await startTwo();
  const send = (sent: object) => {
    const body = JSON.stringify(sent);
    return fetch(`${one.url}/hooks/${hook.token}`, {
      method: 'POST',
      body,
      headers: { 'X-TextUs-Signature': sign(body) },
    });
  };
  for (let id = 1; id <= 50; id++) await send(payload(id));
  await expect.poll(() => ids(stream.events)).toEqual(Array.from({ length: 50 }, (_, i) => i + 1));
  await send({ ...payload(51), message: { ...message, id: 51, content: 'x'.repeat(9_000) } });
  await expect.poll(() => stream.events.at(-1)).toMatchObject({ type: 'changed', resource: 'messages', id: null });
});

test('signing out at one process ends the session and its streams at the other', async () => {
  const { one, two, cookie, stream } = await startTwo();
  await one.request('DELETE', '/session', { cookie });
  await expect.poll(() => stream.closed).toBe(true);
  expect(stream.events.at(-1)).toEqual({ type: 'ended' });
  expect((await two.request('GET', '/api/contacts', { cookie })).status).toBe(401);
});

test('a broadcast at one process takes the turn at the other', async () => {
  const { one, two, cookie } = await startTwo();
  const send = (gateway: typeof one) => gateway.request('POST', '/api/broadcasts', { body: '{}', cookie });
  expect((await send(one)).status).toBe(200);
  await expect
    .poll(async () => (await (await two.request('GET', '/budget', { cookie })).json()).broadcast.nextIn)
    .toBeGreaterThan(0);
  expect((await send(two)).status).toBe(429);
});

test('what is spent at one process is missing at the other', async () => {
  const { one, two, cookie } = await startTwo();
  const left = async (gateway: typeof one) =>
    (await (await gateway.request('GET', '/budget', { cookie })).json()).hour.remaining;
  for (let i = 1; i <= 5; i++) await one.request('GET', `/api/contacts/${i}`, { cookie });
  const here = await left(one);
  expect(here).toBeLessThanOrEqual(994);
  await expect.poll(() => left(two)).toBe(here);
});

test('when the database was away, streams start over', async () => {
  const { one, cookie, stream } = await startTwo();
  const admin = new pg.Client(inject('postgresUrl'));
  await admin.connect();
  onTestFinished(() => admin.end());
  await admin.query(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query = 'LISTEN switchboard_gateway'`,
  );
  await expect.poll(() => stream.events.some(({ type }) => type === 'resync'), { timeout: 10_000 }).toBe(true);
  const before = stream.events.length;
  await expect
    .poll(async () => {
      await one.request('PUT', '/api/contacts/2', { body: '{}', cookie });
      return stream.events.slice(before).some((event) => event.type === 'changed' && event.id === 2);
    })
    .toBe(true);
});
