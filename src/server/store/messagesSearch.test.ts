import { and, desc, eq, like } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import type { Database } from '#server/db/database.ts';
import { messages } from '#server/db/schema/messages.ts';
import { seedScale } from '#server/seed/scale.ts';
import { engines, openFresh, serve } from '#server/testing.ts';

const Found = z.array(z.object({ id: z.number() }));

describe.each(engines)('a search on %s', (engine) => {
  let database: Database;
  let server: Awaited<ReturnType<typeof serve>>;
  let tenant: Awaited<ReturnType<(typeof server)['tenant']>>;
  beforeAll(async () => {
    database = await openFresh(engine);
    server = await serve(database);
    tenant = await server.tenant();
    const { account, organizationId, user } = tenant;
    const ids = { accountId: account.id, organizationId, userId: user.id };
    await seedScale(database.db, { ...ids, contacts: 60, messages: 5_000 });
  }, 120_000);
  afterAll(() => server.close());

  /** Every page until one is not full. */
  async function pages(path: string) {
    const ids: number[] = [];
    for (let page = 1; ; page += 1) {
      const answer = await tenant.request('GET', `/api/messages?${path}&page=${page}`);
      const found = Found.parse(await answer.json()).map(({ id }) => id);
      ids.push(...found);
      if (found.length < 25) return { ids, total: Number(answer.headers.get('X-Total')) };
    }
  }

  /** Every message with the word, newest first, read without any of the server's ways to find it. */
  const said = (word: string) =>
    database.db
      .select({ id: messages.id, contactId: messages.contactId, status: messages.status })
      .from(messages)
      .where(and(eq(messages.accountId, tenant.account.id), like(messages.content, `%${word}%`)))
      .orderBy(desc(messages.at), desc(messages.id));

  it.each([
    ['said all the time', 'c4ca42'],
    ['that the newest messages lack', '255791'],
    ['said once', 'e93028'],
    ['said never', 'zzzzzz'],
  ])('finds a word %s, and how often', async (_, word) => {
    const all = await said(word);
    expect(await pages(`q=${word.toUpperCase()}`)).toEqual({ ids: all.map(({ id }) => id), total: all.length });
    const sent = all.filter(({ status }) => status !== 'scheduled');
    const last = [...new Map(sent.toReversed().map((row) => [row.contactId, row.id])).values()];
    const inbox = await pages(`q=${word}&last_message_to_each_contact=true`);
    expect(inbox.total).toBe(last.length);
    expect(new Set(inbox.ids)).toEqual(new Set(last));
    expect(inbox.ids).toEqual(sent.map(({ id }) => id).filter((id) => last.includes(id)));
  });

  it.each([
    ['école', 'L’ÉCOLE de Nîmes'],
    ['ÉCOLE.', 'une école. Bien'],
    ['straße 5 (', 'Große Straße 5 (hinten)'],
    ['привет', 'ПРИВЕТ!'],
    ['çok [', 'Çok [güzel]'],
    ['%É_', '100%é_'],
  ])('finds “%s” in “%s” and not where it is not', async (q, content) => {
    const text = { receiver: '+13035550199', sender: tenant.email, content };
    const sent = await tenant.request('POST', '/api/messages', text);
    const { id } = z.object({ id: z.number() }).parse(await sent.json());
    const { ids } = await pages(`q=${encodeURIComponent(q)}`);
    expect(ids).toContain(id);
    expect((await pages(`q=${encodeURIComponent(`${q}ø`)}`)).ids).toEqual([]);
  });

  it('a page beyond the last is empty and knows the total', async () => {
    const answer = await tenant.request('GET', '/api/messages?q=c4ca42&page=100');
    expect(await answer.json()).toEqual([]);
    expect(answer.headers.get('X-Total')).toBe(String((await said('c4ca42')).length));
  });
});
