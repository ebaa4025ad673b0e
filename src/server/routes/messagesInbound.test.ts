import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engines, startTestServer, type TestServer } from '#server/testing.ts';
import { freshPhone, listOf, until } from './messagesTesting.ts';

describe.each(engines)('texts that come in on %s', (engine) => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer(engine);
  });
  afterAll(async () => {
    expect(server.problems).toEqual([]);
    await server.close();
  });

  const contentsAt = async (phone: string) => (await server.received(phone)).map(({ content }) => content);

  it('belong to the contact with that number, known or new', async () => {
    const { request, account } = await server.tenant();
    const phone = freshPhone();
    const contact = (await (await request('POST', '/api/contacts', { phone, first_name: 'Lisa' })).json()) as object;
    expect((await server.textIn(phone, account.phone, 'Hi', ['http://127.0.0.1:1/cat.png'])).status).toBe(201);
    expect((await server.textIn(freshPhone(), account.phone, 'New here')).status).toBe(201);
    expect(await listOf(request, '')).toMatchObject([
      { content: 'New here', sender_name: '' },
      { content: 'Hi', sender_name: 'Lisa', sender_phone: phone, media_urls: ['http://127.0.0.1:1/cat.png'] },
    ]);
    expect(await (await request('GET', '/api/contacts?q=Lisa')).json()).toMatchObject([contact]);
  });

  it('opt a number out of the whole organisation with exactly one confirmation, and back in', async () => {
    const ours = await server.tenant();
    const sister = await server.tenant({ organizationId: ours.organizationId });
    const phone = freshPhone();
    const send = async ({ request, user }: typeof ours) =>
      (await request('POST', '/api/messages', { sender: user.id, receiver: phone, content: 'Hi' })).status;
    await server.textIn(phone, ours.account.phone, ' Stop. ');
    await server.textIn(phone, ours.account.phone, 'opt-out');
    await until(async () => (await contentsAt(phone)).length, 1);
    expect([await send(ours), await send(sister)]).toEqual([422, 422]);
    await server.textIn(phone, ours.account.phone, 'START');
    await server.textIn(phone, ours.account.phone, 'unstop');
    expect(await send(sister)).toBe(200);
    await until(async () => (await contentsAt(phone)).length, 3);
    expect(await contentsAt(phone)).toEqual([
      expect.stringContaining('unsubscribed'),
      expect.stringContaining('subscribed again'),
      'Hi',
    ]);
  });

  it('get help when they ask, and no opt-out for a sentence with the word in it', async () => {
    const { account, request } = await server.tenant();
    const phone = freshPhone();
    await server.textIn(phone, account.phone, 'info?');
    await server.textIn(phone, account.phone, 'please stop by at 5');
    await until(async () => (await contentsAt(phone)).length, 1);
    expect(await (await request('GET', '/api/opt_outs')).json()).toEqual([]);
  });

  it('get the active auto reply once an hour, and none to a keyword', async () => {
    const { account, request } = await server.tenant();
    const auto = { message: 'Back soon, {{contact.first_name}}!', is_active: true };
    await request('POST', '/api/auto_replies', auto);
    const phone = freshPhone();
    await server.textIn(phone, account.phone, 'HELP');
    await server.textIn(phone, account.phone, 'Anyone?');
    await server.textIn(phone, account.phone, 'Hello?');
    await until(async () => (await contentsAt(phone)).length, 2);
    expect((await contentsAt(phone))[1]).toBe('Back soon, !');
    const replies = (await listOf(request, '')).filter(({ from_autoresponse }) => from_autoresponse);
    expect(replies.map(({ sender_type }) => sender_type)).toEqual(['User', 'User']);
  });

  it('are stored nowhere when their number is blocked', async () => {
    const { account, request } = await server.tenant();
    const phone = freshPhone();
    await request('POST', '/api/blocked_numbers', { phone });
    expect((await server.textIn(phone, account.phone, 'Buy!')).status).toBe(201);
    expect(await listOf(request, '')).toEqual([]);
    expect(await (await request('GET', '/api/contacts')).json()).toEqual([]);
  });

  it.each([{}, { from: 'x', to: '+13035550100' }, { from: '+13035550142', to: '+19995550100', content: 'x' }, [[]]])(
    'answer 422 to %j',
    async (body) => {
      const headers = { 'Content-Type': 'application/json' };
      const sent = { method: 'POST', headers, body: JSON.stringify(body) };
      expect((await server.app.request('/carrier/inbound', sent)).status).toBe(422);
    },
  );

  it('refuse a foreign page that posts without a preflight', async () => {
    const { account } = await server.tenant();
    const body = JSON.stringify({ from: freshPhone(), to: account.phone, content: 'Hi' });
    const headers = { 'Content-Type': 'text/plain' };
    expect((await server.app.request('/carrier/inbound', { method: 'POST', headers, body })).status).toBe(415);
    expect((await server.textIn(freshPhone(), account.phone, 'a\u0000b')).status).toBe(422);
  });
});
