import { eq } from 'drizzle-orm';
import { randomInt } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { Message } from '#contract/messages.ts';
import { messages } from '#server/db/schema/messages.ts';
import { engines, startTestServer, type TestServer } from '#server/testing.ts';
import { z } from 'zod/mini';

describe.each(engines)('sending on %s', (engine) => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer(engine);
  });
  afterAll(async () => {
    expect(server.problems).toEqual([]);
    await server.close();
  });

  type Tenant = Awaited<ReturnType<TestServer['tenant']>>;
  const freshPhone = () => `+1303${randomInt(2_000_000, 9_989_999)}`;
  const fromNow = (ms: number) => new Date(Date.now() + ms).toISOString();
  const created = async ({ request, user }: Tenant, message: object) => {
    const response = await request('POST', '/api/messages', { sender: user.id, content: 'Hi', ...message });
    return Message.parse(await response.json());
  };
  const threadOf = async ({ request }: Tenant, { receiver_id }: Message) =>
    z.array(Message).parse(await (await request('GET', `/api/messages/${receiver_id}`)).json());
  const settled = (tenant: Tenant, message: Message, status: string) =>
    vi.waitFor(async () => expect(await threadOf(tenant, message)).toMatchObject([{ status }]), {
      timeout: 15_000,
      interval: 50,
    });

  it('sends a scheduled text at its time, worded as its contact is then', async () => {
    const tenant = await server.tenant();
    const phone = freshPhone();
    const message = await created(tenant, {
      receiver: phone,
      content: 'Hi {{contact.first_name}}',
      deliver_at: fromNow(1_500),
    });
    expect(message).toMatchObject({ status: 'scheduled', content: 'Hi {{contact.first_name}}' });
    expect(message.deliver_at).toMatch(/Z$/);
    await tenant.request('PUT', `/api/contacts/${message.receiver_id}`, { first_name: 'Bart' });
    await tenant.request('POST', '/api/message_signatures', { content: 'The Firm', is_active: true });
    expect(await server.received(phone)).toEqual([]);
    await settled(tenant, message, 'delivered');
    expect(await server.received(phone)).toMatchObject([{ content: 'Hi Bart\nThe Firm' }]);
  });

  it('never sends a scheduled text that was deleted, and deletes none that was sent', async () => {
    const tenant = await server.tenant();
    const [gone, kept] = [freshPhone(), freshPhone()];
    const deliver_at = fromNow(1_000);
    const first = await created(tenant, { receiver: gone, deliver_at });
    const second = await created(tenant, { receiver: kept, deliver_at });
    const deleted = await tenant.request('DELETE', `/api/messages/${first.id}`);
    expect(await deleted.json()).toEqual(first);
    await settled(tenant, second, 'delivered');
    expect(await server.received(gone)).toEqual([]);
    const refused = await tenant.request('DELETE', `/api/messages/${second.id}`);
    expect([refused.status, await refused.json()]).toEqual([
      422,
      { error: 'Validation failed: Message was already sent' },
    ]);
  });

  it('holds a text whose time passed long ago, and lets it be deleted', async () => {
    const tenant = await server.tenant();
    const { db } = server.database;
    const message = await created(tenant, { receiver: freshPhone(), deliver_at: fromNow(3_600_000) });
    const deliverAt = new Date(Date.now() - 16 * 60_000);
    await db.update(messages).set({ deliverAt }).where(eq(messages.id, message.id));
    await server.enqueue(db, [{ queue: 'messages.send', messageId: message.id }]);
    await settled(tenant, message, 'held');
    const scheduled = await tenant.request('GET', '/api/messages?scope=scheduled');
    expect(await scheduled.json()).toMatchObject([{ id: message.id, status: 'held' }]);
    expect((await tenant.request('DELETE', `/api/messages/${message.id}`)).status).toBe(200);
  });

  it('sends nothing to someone who opted out after it was scheduled', async () => {
    const tenant = await server.tenant();
    const phone = freshPhone();
    const message = await created(tenant, { receiver: phone, deliver_at: fromNow(1_000) });
    await tenant.request('POST', '/api/opt_outs', { phone });
    await settled(tenant, message, 'failed');
    expect(await server.received(phone)).toEqual([]);
  });

  it('delivers once what is handed over twice', async () => {
    const tenant = await server.tenant();
    const { db } = server.database;
    const phone = freshPhone();
    const message = await created(tenant, { receiver: phone });
    await server.enqueue(db, [
      { queue: 'messages.send', messageId: message.id },
      { queue: 'messages.send', messageId: message.id },
    ]);
    await settled(tenant, message, 'delivered');
    expect(await server.received(phone)).toHaveLength(1);
  });
});
