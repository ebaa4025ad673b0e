import { randomUUID } from 'node:crypto';
import { setTimeout as later } from 'node:timers/promises';
import pg from 'pg';
import { expect, inject, onTestFinished, test } from 'vitest';
import { DraftTable } from './draftTable.ts';
import { startGateway, startUpstream } from './testing.ts';

const body = JSON.stringify({ sender: 1, receiver: '2', content: 'Hi' });

/** Two processes of one installation before one API, and what each sends under a key. */
async function startTwo(answer?: Parameters<typeof startUpstream>[0], url = inject('postgresUrl')) {
  const upstream = await startUpstream(answer);
  const start = async () => {
    const draftTable = new DraftTable(url);
    onTestFinished(() => draftTable.close());
    const gateway = await startGateway({ upstreamUrl: upstream.origin, draftTable });
    const cookie = await gateway.signIn();
    const call = (method: string, path: string, sent: { body?: string; headers?: Record<string, string> } = {}) =>
      gateway.request(method, path, { ...sent, cookie });
    return {
      send: (key: string) => call('POST', '/api/messages', { body, headers: { 'X-Draft-Key': key } }),
      giveUp: async (key: string, age: number) => (await call('DELETE', `/drafts/${key}?age=${age}`)).json(),
    };
  };
  return { upstream, one: await start(), two: await start() };
}

test('presses of one send that arrive at two processes are one message, and each is told so', async () => {
  let made = 0;
  const { upstream, one, two } = await startTwo(() => later(300).then(() => ({ body: `{"id":${++made}}` })));
  const key = randomUUID();
  const replies = await Promise.all(Array.from({ length: 20 }, (_, i) => (i % 2 ? one : two).send(key)));
  for (const reply of replies) expect([reply.status, await reply.json()]).toEqual([200, { id: 1 }]);
  expect(upstream.calls()).toHaveLength(1);
  for (const process of [one, two]) expect(await process.giveUp(key, 1)).toEqual({ fate: 'sent', reply: { id: 1 } });
});

test('what was refused at one may be sent at the other; what nobody knows may not', async () => {
  let answer: { status?: number; breakOff?: true } = { status: 422 };
  const { upstream, one, two } = await startTwo(() => ({ body: '{"error":"no"}', ...answer }));
  const key = randomUUID();
  expect((await one.send(key)).status).toBe(422);
  answer = { breakOff: true };
  expect((await two.send(key)).status).toBe(502);
  answer = {};
  expect((await one.send(key)).status).toBe(409);
  expect(await one.giveUp(key, 1)).toEqual({ fate: 'unknown' });
  expect(upstream.calls()).toHaveLength(2);
});

test('a key that is given up at one never goes out at the other', async () => {
  const { upstream, one, two } = await startTwo();
  const key = randomUUID();
  expect(await one.giveUp(key, 0)).toEqual({ fate: 'never' });
  expect((await two.send(key)).status).toBe(409);
  // From before there was a table: somebody may have taken it unseen.
  expect(await one.giveUp(randomUUID(), 99_999)).toEqual({ fate: 'unknown' });
  expect(upstream.calls()).toEqual([]);
});

test('a process that died while it sent leaves an unknown outcome, not one that waits forever', async () => {
  const { one } = await startTwo();
  const key = randomUUID();
  const dying = new DraftTable(inject('postgresUrl'));
  onTestFinished(() => dying.close());
  await dying.claim(`dana@example.test ${key}`, 'its text', 'sending');
  const admin = new pg.Client(inject('postgresUrl'));
  await admin.connect();
  onTestFinished(() => admin.end());
  await admin.query(`update gateway_drafts set at = now() - interval '2 minutes' where content = 'its text'`);
  expect(await one.giveUp(key, 150)).toEqual({ fate: 'unknown' });
});

test('while the database is away nothing is sent under a key', async () => {
  const { upstream, one } = await startTwo(undefined, 'postgres://nobody@127.0.0.1:1/none');
  const reply = await one.send(randomUUID());
  expect([reply.status, (await reply.json()).error]).toEqual([
    503,
    'The database of this installation is away. Nothing was sent.',
  ]);
  expect(upstream.calls()).toEqual([]);
});
