import { createHmac } from 'node:crypto';
import { expect, test } from 'vitest';
import { openStream, payload } from './liveTesting.ts';
import { danaUser, startGateway, startUpstream } from './testing.ts';

const publicUrl = 'https://texts.example.test';

/** The hosted service with its web hooks, and a gateway that it reaches. */
async function start(made: Record<string, unknown>[] = []) {
  const upstream = await startUpstream(({ method, target, body }) => {
    if (!target.startsWith('/api/web_hooks')) return {};
    if (method === 'DELETE') return { body: '{}' };
    if (method === 'GET') return { body: JSON.stringify(made) };
    const hook = { ...JSON.parse(body.toString()), id: made.length + 1, secret: 'told by the API' };
    made.push(hook);
    return { body: JSON.stringify(hook) };
  });
  const gateway = await startGateway({ upstreamUrl: upstream.origin, reach: { host: '127.0.0.1', publicUrl } });
  const cookie = await gateway.signIn();
  const session = async () => (await gateway.request('GET', '/session', { cookie })).json();
  return { ...gateway, upstream, cookie, session, made };
}

const sign = (body: string) => createHmac('sha256', 'told by the API').update(body).digest('hex');

test('an administrator turns live on with one button, and everybody’s tabs learn of it', async () => {
  const { request, cookie, session, made, url } = await start();
  expect(await session()).toMatchObject({ live: false, canTurnOnLive: true });
  const stream = await openStream(`${url}/events`, cookie);
  expect((await request('POST', '/live', { cookie })).status).toBe(204);
  expect(made).toEqual([
    expect.objectContaining({
      url: expect.stringMatching(/^https:\/\/texts\.example\.test\/hooks\/[\w-]{43}$/),
      version: '2',
      account_id: danaUser.account_id,
    }),
  ]);
  expect(await session()).toMatchObject({ live: true, canTurnOnLive: false });
  const body = JSON.stringify(payload(1));
  const path = new URL(String(made[0]!['url'])).pathname;
  expect((await request('POST', path, { body, headers: { 'X-TextUs-Signature': sign(body) } })).status).toBe(204);
  expect((await request('POST', path, { body })).status).toBe(401);
  await expect.poll(() => stream.events.map(({ type }) => type)).toEqual(['ready', 'live', 'message']);
  expect((await request('POST', '/live', { cookie })).status).toBe(204);
  expect(made).toHaveLength(1);
});

test('after a restart the hook that is there is taken up, its secret asked for again', async () => {
  const first = await start();
  await first.request('POST', '/live', { cookie: first.cookie });
  const second = await start(first.made);
  expect(await second.session()).toMatchObject({ live: false });
  await openStream(`${second.url}/events`, second.cookie);
  await expect.poll(async () => (await second.session()).live).toBe(true);
  expect(second.upstream.calls().map(({ method }) => method)).toEqual(['GET']);
});

test('deleting the hook turns it off', async () => {
  const { request, cookie, session } = await start();
  await request('POST', '/live', { cookie });
  await request('DELETE', '/api/web_hooks/1', { cookie });
  expect(await session()).toMatchObject({ live: false, canTurnOnLive: true });
});

test('a version 1 delivery is a hint that nobody believes: look again, now and then', async () => {
  const { request, cookie, made, url } = await start();
  await request('POST', '/live', { cookie });
  const stream = await openStream(`${url}/events`, cookie);
  const text = {
    body: 'Hi',
    read: false,
    broadcast_id: null,
    status: 'received',
    id: 9,
    created_at: '2026-11-24T10:00:00.000Z',
    sender: 'Bart',
    sender_type: 'Contact',
    recipient: 'Us',
    recipient_type: 'Account',
    sender_phone: '+12230000028',
    recipient_phone: '+12230000030',
  };
  const path = new URL(String(made[0]!['url'])).pathname;
  for (let i = 0; i < 20; i++)
    expect((await request('POST', path, { body: JSON.stringify({ ...text, id: i + 1 }) })).status).toBe(204);
  await expect.poll(() => stream.events.length).toBe(2);
  expect(stream.events[1]).toEqual({ type: 'changed', resource: 'messages', operation: null, id: null, tab: null });
});

test('who may not make hooks is told so, and nothing is asked upstream', async () => {
  const upstream = await startUpstream();
  const { request, signIn } = await startGateway({ upstreamUrl: upstream.origin });
  const reply = await request('POST', '/live', { cookie: await signIn() });
  expect([reply.status, (await reply.json()).error]).toEqual([422, expect.stringContaining('PUBLIC_URL')]);
  expect(upstream.calls()).toEqual([]);
});
