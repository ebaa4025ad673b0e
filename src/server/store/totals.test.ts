import { count, eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { conversations } from '#server/db/schema/messages.ts';
import { totals } from '#server/db/schema/tenants.ts';
import { engines, startTestServer, type TestServer } from '#server/testing.ts';

describe.each(engines)('totals on %s', (engine) => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer(engine);
  });
  afterAll(() => server.close());

  it('are as many as there are, through every way in and out, and stay few rows', { timeout: 240_000 }, async () => {
    const { db } = server.database;
    const { account, user, request } = await server.tenant();
    const total = async (what: string) => Number((await request('GET', `/api/${what}`)).headers.get('X-Total'));
    const inbox = 'messages?last_message_to_each_contact=true';
    await Promise.all(
      Array.from({ length: 20 }, async (_, n) => server.textIn(`+1303555${1_000 + (n % 10)}`, account.phone, 'Hello')),
    );
    await request('POST', '/api/contacts', { phone: '+13035550123' });
    expect([await total('contacts'), await total('messages'), await total(inbox)]).toEqual([11, 20, 10]);
    const [first] = await db.select().from(conversations).where(eq(conversations.accountId, account.id));
    await request('DELETE', `/api/contacts/${first?.contactId}`);
    expect([await total('contacts'), await total('messages'), await total(inbox)]).toEqual([10, 18, 9]);
    // Whoever hears of it first, or again, is one conversation.
    const text = { sender: String(user.id), receiver: '+13035550123', content: 'Hi' };
    for (const _ of [1, 2]) expect((await request('POST', '/api/messages', text)).status).toBe(200);
    expect([await total('contacts'), await total('messages'), await total(inbox)]).toEqual([10, 20, 10]);
    const rows = Array.from({ length: 600 }, () => ({ accountId: account.id, what: 'contacts' as const, n: 1 }));
    await db.insert(totals).values(rows);
    expect(await Promise.all([total('contacts'), total('contacts'), total('contacts')])).toEqual([610, 610, 610]);
    const [left] = await db.select({ rows: count() }).from(totals).where(eq(totals.accountId, account.id));
    expect(left?.rows).toBeLessThan(100);
    expect(await total('contacts')).toBe(610);
  });
});
