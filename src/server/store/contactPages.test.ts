import { desc, eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Contact } from '#contract/contacts.ts';
import { contacts } from '#server/db/schema/contacts.ts';
import { engines, openFresh, serve, type TestServer } from '#server/testing.ts';
import { z } from 'zod/mini';

describe.each(engines)('contacts far down on %s', (engine) => {
  let server: TestServer;
  const asked: string[] = [];
  beforeAll(async () => {
    server = await serve(await openFresh(engine, { logQuery: (text) => void asked.push(text) }));
  });
  afterAll(() => server.close());

  /** An account of `count` people, of whom every third was made in the same moment as the one before. */
  async function crowd(count: number) {
    const { db } = server.database;
    const { account, request } = await server.tenant();
    await db.execute(sql`
      insert into contacts (account_id, phone, country, created_at)
      select ${account.id}, (13030000000 + n)::text, 'US', now() - (n - n % 3 / 2) * interval '1 second'
      from generate_series(1, ${count}::int) n`);
    const ofAccount = eq(contacts.accountId, account.id);
    const newest = [desc(contacts.createdAt), desc(contacts.id)];
    /** The ids on a page, and whether the server remembered where to begin. */
    const page = async (number: number) => {
      asked.length = 0;
      const reply = await request('GET', `/api/contacts?per_page=100&page=${number}`);
      const people = z.array(Contact).parse(await reply.json());
      const remembered = asked.some((text) => text.includes('"created_at", "contacts"."id") <='));
      return { ids: people.map(({ id }) => id), remembered };
    };
    const everybody = () =>
      db
        .select()
        .from(contacts)
        .where(ofAccount)
        .orderBy(...newest);
    const expected = async (number: number) =>
      (await everybody()).map(({ id }) => id).slice((number - 1) * 100, number * 100);
    return { account, request, page, expected, oldest: async () => (await everybody()).at(-1)! };
  }

  it('are reached from where they were found before', async () => {
    const { page, expected } = await crowd(1_250);
    expect(await page(7)).toEqual({ ids: await expected(7), remembered: false });
    for (const n of [7, 8, 9, 13]) expect(await page(n)).toEqual({ ids: await expected(n), remembered: true });
    // Nothing is remembered above, and nobody is beyond the end.
    expect(await page(6)).toEqual({ ids: await expected(6), remembered: false });
    expect((await page(14)).ids).toEqual([]);
  });

  it.each(['another is added', 'one is deleted', 'one is added far below', 'one goes and another comes'])(
    'are right when %s in between',
    async (change) => {
      const { account, request, page, expected, oldest } = await crowd(1_000);
      for (const n of [7, 10]) await page(n);
      const last = await oldest();
      if (change !== 'another is added') await request('DELETE', `/api/contacts/${last.id}`);
      if (change === 'one is added far below') {
        const old = { phone: '13035550199', country: 'US', accountId: account.id, createdAt: last.createdAt };
        await server.database.db.insert(contacts).values(old);
      } else if (change !== 'one is deleted') await request('POST', '/api/contacts', { phone: '+13035550198' });
      for (const n of [10, 7, 8]) expect([n, (await page(n)).ids]).toEqual([n, await expected(n)]);
      expect((await page(8)).remembered).toBe(true);
    },
  );

  it('are each account’s own', async () => {
    const [one, other] = [await crowd(600), await crowd(700)];
    for (const { page, expected } of [one, other, one, other]) expect((await page(6)).ids).toEqual(await expected(6));
  });
});
