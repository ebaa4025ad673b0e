import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { Message } from '#contract/messages.ts';
import { engines, startTestServer, type TestServer } from '#server/testing.ts';
import { freshPhone, listOf, statusOf, until } from './messagesTesting.ts';

describe.each(engines)('messages on %s', (engine) => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer(engine);
  });
  afterAll(async () => {
    expect(server.problems).toEqual([]);
    await server.close();
  });

  it('sends a text to a new number and reports its delivery', async () => {
    const { request, user, account, email } = await server.tenant();
    const phone = freshPhone();
    const response = await request('POST', '/api/messages', { sender: email, receiver: phone, content: 'Hello' });
    expect(response.status).toBe(200);
    const sent = Message.parse(await response.json());
    expect(sent).toMatchObject({
      content: 'Hello',
      status: 'created',
      sender_id: user.id,
      sender_type: 'User',
      sender_name: 'Test User',
      sender_phone: account.phone,
      receiver_type: 'Contact',
      receiver_phone: phone,
      deliver_at: null,
      image_url: null,
    });
    await until(() => statusOf(request, sent.receiver_id), ['delivered']);
    expect(await server.received(phone)).toMatchObject([{ from: account.phone, content: 'Hello' }]);
  });

  it('marks a text to a number that never answers as failed', async () => {
    const { request, user } = await server.tenant();
    const receiver = `${freshPhone().slice(0, -4)}0000`;
    const sent = Message.parse(
      await (await request('POST', '/api/messages', { sender: user.id, receiver, content: 'Anyone?' })).json(),
    );
    await until(() => statusOf(request, sent.receiver_id), ['failed']);
    expect(await server.received(receiver)).toEqual([]);
  });

  it('fills merge fields in and signs as it sends', async () => {
    const { request, user } = await server.tenant();
    const phone = freshPhone();
    const contact = (await (await request('POST', '/api/contacts', { phone, first_name: 'Bart' })).json()) as {
      id: number;
    };
    const content = 'Hi {{contact.first_name}} {{contact.last_name}}{{contact.age}}';
    const sent = Message.parse(
      await (await request('POST', '/api/messages', { sender: user.id, receiver: contact.id, content })).json(),
    );
    expect(sent.content).toBe('Hi Bart {{contact.age}}');
    expect(sent.receiver_name).toBe('Bart');
  });

  it('shows the inbox, threads, searches and unread texts, newest first', async () => {
    const { request, user, account } = await server.tenant();
    const [ann, ben] = [freshPhone(), freshPhone()];
    await server.textIn(ann, account.phone, 'First 100%');
    await server.textIn(ben, account.phone, 'Second');
    await server.textIn(ann, account.phone, 'Third');
    const contents = async (query: string) => (await listOf(request, query)).map(({ content }) => content);
    expect(await contents('')).toEqual(['Third', 'Second', 'First 100%']);
    expect(await contents('?last_message_to_each_contact=true')).toEqual(['Third', 'Second']);
    expect(await contents('?q=100%25')).toEqual(['First 100%']);
    expect(await contents('?q=_')).toEqual([]);
    expect(await contents('?scope=unread&last_message_to_each_contact=true')).toEqual(['Third', 'Second']);
    expect(await contents('?scope=flagged')).toEqual([]);
    const [third] = await listOf(request, '');
    expect(third).toMatchObject({ sender_type: 'Contact', receiver_type: 'Account', status: 'received', read: false });
    const reply = { sender: user.id, receiver: third!.sender_id, content: 'Answer' };
    expect((await request('POST', '/api/messages', reply)).status).toBe(200);
    expect(await contents('?scope=unread')).toEqual(['Second']);
    expect(await contents(`/${third!.sender_id}`)).toEqual(['Answer', 'Third', 'First 100%']);
    const first = await request('GET', '/api/messages?last_message_to_each_contact=1&per_page=1');
    expect(first.headers.get('X-Total')).toBe('2');
    expect(first.headers.get('X-Next-Page')).toBe('2');
  });

  it('changes whether a text counts as read', async () => {
    const { request, account } = await server.tenant();
    await server.textIn(freshPhone(), account.phone, 'Hi');
    const [message] = await listOf(request, '');
    const read = await request('PUT', `/api/messages/${message!.id}`, { read: 'true' });
    expect(await read.json()).toMatchObject({ id: message!.id, read: true });
    expect((await request('PUT', `/api/messages/${message!.id}`, {})).status).toBe(422);
  });

  it('sends an image and serves it unchanged to whoever knows its address', async () => {
    const { request, user } = await server.tenant();
    const bytes = Buffer.from('89504e470d0a1a0a0000', 'hex');
    const phone = freshPhone();
    const form = new FormData();
    form.set('sender', String(user.id));
    form.set('receiver', phone);
    form.set('file', new File([bytes], 'x.svg', { type: 'image/svg+xml' }));
    const sent = Message.parse(await (await request('POST', '/api/messages', form)).json());
    expect(sent.media_urls).toEqual([sent.image_url]);
    const image = await server.app.request(new URL(sent.image_url!).pathname);
    expect(image.headers.get('Content-Type')).toBe('image/png');
    expect(image.headers.get('X-Content-Type-Options')).toBe('nosniff');
    expect(image.headers.get('Cache-Control')).toContain('immutable');
    expect(Buffer.from(await image.arrayBuffer())).toEqual(bytes);
    await vi.waitFor(async () =>
      expect(await server.received(phone)).toMatchObject([{ media_urls: [sent.image_url] }]),
    );
  });

  it.each([
    ['an SVG', '<svg xmlns="http://www.w3.org/2000/svg"/>', 'Validation failed: File must be a png, jpeg or gif image'],
    ['more than 5 MB', Buffer.alloc(5_000_001, 1), 'Validation failed: File is too large (maximum is 5 MB)'],
  ])('refuses %s as an image', async (_, bytes, error) => {
    const { request, user } = await server.tenant();
    const form = new FormData();
    form.set('sender', String(user.id));
    form.set('receiver', freshPhone());
    form.set('file', new File([bytes], 'x.png', { type: 'image/png' }));
    const response = await request('POST', '/api/messages', form);
    expect(response.status).toBe(422);
    expect(await response.json()).toEqual({ error });
  });

  it('refuses receivers who must not be texted', async () => {
    const { request, user, account } = await server.tenant();
    const [stopped, blocked] = [freshPhone(), freshPhone()];
    await server.textIn(stopped, account.phone, 'STOP');
    await request('POST', '/api/blocked_numbers', { phone: blocked });
    const refusal = async (receiver: string) => {
      const response = await request('POST', '/api/messages', { sender: user.id, receiver, content: 'Hi' });
      return [response.status, await response.json()];
    };
    expect(await refusal(stopped)).toEqual([422, { error: 'Validation failed: Receiver has opted out' }]);
    expect(await refusal(blocked)).toEqual([422, { error: 'Validation failed: Receiver is blocked' }]);
    expect(await refusal(`${freshPhone().slice(0, -4)}9999`)).toEqual([
      422,
      { error: 'Validation failed: Receiver is a landline' },
    ]);
  });

  it("keeps other tenants' people and messages out of reach", async () => {
    const [ours, theirs] = [await server.tenant(), await server.tenant()];
    await server.textIn(freshPhone(), theirs.account.phone, 'Secret');
    const [secret] = await listOf(theirs.request, '');
    expect(await listOf(ours.request, '')).toEqual([]);
    expect((await ours.request('GET', `/api/messages/${secret!.sender_id}`)).status).toBe(404);
    expect((await ours.request('PUT', `/api/messages/${secret!.id}`, { read: true })).status).toBe(404);
    expect((await ours.request('DELETE', `/api/messages/${secret!.id}`)).status).toBe(404);
    const send = (message: object) => ours.request('POST', '/api/messages', { content: 'Hi', ...message });
    expect((await send({ sender: ours.user.id, receiver: secret!.sender_id })).status).toBe(422);
    expect((await send({ sender: theirs.user.id, receiver: freshPhone() })).status).toBe(422);
  });

  it.each([
    { sender: '1e3', receiver: '+13035550142', content: 'x' },
    { sender: '99999999999999999999', receiver: '+13035550142', content: 'x' },
    { receiver: '99999999999999999999', content: 'x' },
    { receiver: 2 ** 60, content: 'x' },
    { receiver: '+', content: 'x' },
    { receiver: '+1303555\u0000', content: 'x' },
    { receiver: '+13035550142', content: 'a\u0000b' },
    { receiver: '+13035550142', content: '  ' },
    { receiver: '+13035550142', content: 'x'.repeat(10_001) },
    { receiver: '+13035550142', content: 'x', file: 'x' },
    { receiver: '+13035550142', content: 'x', deliver_at: '2030-01-01 10:00' },
    { receiver: '+13035550142', content: 'x', deliver_at: '2020-01-01T10:00:00Z' },
    { receiver: ['+13035550142'], content: {} },
    [],
    'text',
  ])('answers 422 to %j', async (body) => {
    const { request, user } = await server.tenant();
    const sent = typeof body === 'object' && !Array.isArray(body) ? { sender: user.id, ...body } : body;
    const response = await request('POST', '/api/messages', sent);
    expect([response.status, await response.text()]).toEqual([422, expect.stringContaining('{"error":"')]);
  });

  it('answers 422 to a search that no text can hold', async () => {
    const { request } = await server.tenant();
    expect((await request('GET', '/api/messages?q=%00')).status).toBe(422);
    expect((await request('GET', '/api/messages?scope=all')).status).toBe(422);
  });
});
