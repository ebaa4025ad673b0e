import { setTimeout as later } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { startSignedIn as start } from './testing.ts';

const text = JSON.stringify({ sender: 1, receiver: '2', content: 'Hi' });
const under = (key: string) => ({ body: text, headers: { 'X-Draft-Key': key } });

test('fifty presses of the same send are one message, and each is told so', async () => {
  let made = 0;
  const { call, upstream } = await start(() => later(50).then(() => ({ body: `{"id":${++made}}` })));
  const press = () => call('POST', '/api/messages', under('draft-0001'));
  const replies = await Promise.all(Array.from({ length: 50 }, press));
  for (const reply of [...replies, await press()]) expect([reply.status, await reply.json()]).toEqual([200, { id: 1 }]);
  expect(upstream.calls()).toHaveLength(1);
  expect(await (await call('DELETE', '/drafts/draft-0001?age=0')).json()).toEqual({ fate: 'sent', reply: { id: 1 } });
});

test('a refused send may be sent again; one whose answer was lost may not', async () => {
  let answer: { status?: number; breakOff?: true } = { status: 422 };
  const { call, upstream } = await start(() => ({ body: '{"error":"no"}', ...answer }));
  const send = async () => (await call('POST', '/api/messages', under('draft-0002'))).status;
  expect(await send()).toBe(422);
  answer = { breakOff: true };
  expect(await send()).toBe(502);
  answer = {};
  expect(await send()).toBe(409);
  expect(upstream.calls()).toHaveLength(2);
  expect(await (await call('DELETE', '/drafts/draft-0002?age=1')).json()).toEqual({ fate: 'unknown' });
});

test('a key that is given up before it arrives never goes out', async () => {
  const { call, upstream } = await start();
  expect(await (await call('DELETE', '/drafts/draft-0003?age=0')).json()).toEqual({ fate: 'never' });
  expect((await call('POST', '/api/messages', under('draft-0003'))).status).toBe(409);
  // Older than this process: another life of it may have taken the text.
  expect(await (await call('DELETE', '/drafts/draft-0004?age=99999')).json()).toEqual({ fate: 'unknown' });
  expect(upstream.calls()).toEqual([]);
});

test('another text under the same key is refused, and another person’s key is their own', async () => {
  const { call } = await start(() => ({ body: '{"id":1}' }));
  await call('POST', '/api/messages', under('draft-0005'));
  const other = await call('POST', '/api/messages', { ...under('draft-0005'), body: '{"content":"Other"}' });
  expect([other.status, (await other.json()).error]).toEqual([409, 'Something else was sent under this key.']);
});
