import { expect, onTestFinished, test, vi } from 'vitest';
import { sessionLimits } from '#contract/session.ts';
import { ids, message, openStream, payload, startLive as start } from './liveTesting.ts';
import { danaUser } from './testing.ts';

test('a signed delivery reaches the streams of its account', async () => {
  const { listen, deliver } = await start();
  const stream = await listen();
  expect(await deliver(payload(1))).toBe(204);
  await expect
    .poll(() => stream.events)
    .toEqual([{ type: 'ready' }, { type: 'message', message: { ...message, id: 1 } }]);
});

test('another account’s message never does', async () => {
  const { listen, deliver } = await start();
  const stream = await listen();
  await deliver(payload(1, danaUser.account_id + 1));
  await deliver(payload(2));
  await expect.poll(() => ids(stream.events)).toEqual([2]);
  expect(stream.text).not.toContain('"id":1,');
});

test('a change made here is told to the account’s other tabs', async () => {
  const { listen, call } = await start();
  const stream = await listen();
  await call('PUT', '/api/contacts/5', { body: '{}', headers: { 'X-Tab': 'tab-1' } });
  await call('GET', '/api/contacts/5');
  await call('DELETE', '/api/tags/5');
  await expect
    .poll(() => stream.events)
    .toEqual([
      { type: 'ready' },
      { type: 'changed', resource: 'contacts', operation: 'contacts.update', id: 5, tab: 'tab-1' },
    ]);
});

test('a stream that broke off goes on where it was', async () => {
  const { listen, deliver } = await start();
  const stream = await listen();
  await deliver(payload(1));
  await expect.poll(() => ids(stream.events)).toEqual([1]);
  stream.close();
  for (let id = 2; id <= 400; id++) await deliver(payload(id));
  const resumed = await listen(stream.lastId);
  await expect.poll(() => resumed.events.length).toBe(400);
  expect(resumed.events[0]).toEqual({ type: 'ready' });
  expect(ids(resumed.events)).toEqual(Array.from({ length: 399 }, (_, i) => i + 2));
});

test('a break too long to make up for, or of another process’s life, starts over', async () => {
  const { listen, deliver } = await start();
  const stream = await listen();
  await expect.poll(() => stream.lastId).not.toBe('');
  stream.close();
  for (let id = 1; id <= 502; id++) await deliver(payload(id));
  for (const last of [stream.lastId, 'other.3', 'x', `${stream.lastId.split('.')[0]}.9999`]) {
    const resumed = await listen(last);
    await expect.poll(() => resumed.events).toEqual([{ type: 'resync' }]);
  }
});

test('without a session there is no stream, and signing out closes those there are', async () => {
  const { listen, request, cookie, url } = await start();
  expect((await openStream(`${url}/events`, '')).status).toBe(401);
  const streams = [await listen(), await listen()];
  await request('DELETE', '/session', { cookie });
  for (const stream of streams) {
    await expect.poll(() => stream.closed).toBe(true);
    expect(stream.events.at(-1)).toEqual({ type: 'ended' });
  }
});

test('an idle stream beats, and ends with its session', async () => {
  vi.useFakeTimers({ toFake: ['Date', 'setInterval', 'clearInterval'] });
  onTestFinished(() => void vi.useRealTimers());
  const { listen } = await start();
  const stream = await listen();
  await vi.waitFor(() => expect(stream.events).toHaveLength(1));
  vi.advanceTimersByTime(15_000);
  await vi.waitFor(() => expect(stream.text).toMatch(/\n\n:\n\n$/));
  vi.setSystemTime(Date.now() + sessionLimits.idleMs);
  vi.advanceTimersByTime(15_000);
  await vi.waitFor(() => expect(stream.closed).toBe(true));
  expect(stream.events.at(-1)).toEqual({ type: 'ended' });
});

test('a session’s streams are limited: a new one replaces the oldest', async () => {
  const { listen } = await start();
  const streams: Awaited<ReturnType<typeof listen>>[] = [];
  for (let i = 0; i < 14; i++) streams.push(await listen());
  await expect.poll(() => streams.map(({ closed }) => closed)).toEqual([true, true, ...Array<boolean>(12).fill(false)]);
});
