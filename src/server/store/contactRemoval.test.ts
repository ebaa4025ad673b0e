import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Contact } from '#contract/contacts.ts';
import { groupMembers, groups, tags } from '#server/db/schema/contacts.ts';
import { images, messages } from '#server/db/schema/messages.ts';
import { engines, startTestServer, type TestServer } from '#server/testing.ts';
import { z } from 'zod/mini';

type Tenant = Awaited<ReturnType<TestServer['tenant']>>;

describe.each(engines)('deleting a contact on %s', (engine) => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer(engine);
  });
  afterAll(() => server.close());

  const create = async ({ request }: Tenant, body: object) =>
    Contact.parse(await (await request('POST', '/api/contacts', body)).json());

  /** A group of the tenant with these members, as the database has it. */
  async function group({ account }: Tenant, name: string, members: Contact[]) {
    const { db } = server.database;
    const [row] = await db.insert(groups).values({ accountId: account.id, name, size: members.length }).returning();
    await db.insert(groupMembers).values(members.map(({ id }) => ({ groupId: row!.id, contactId: id })));
    return row!.id;
  }

  const sizes = ({ account }: Tenant) =>
    server.database.db
      .select({ name: groups.name, size: groups.size })
      .from(groups)
      .where(sql`${groups.accountId} = ${account.id}`)
      .orderBy(groups.name);

  it('answers the contact as it was and takes its messages, images and memberships along', async () => {
    const tenant = await server.tenant();
    const [bart, lisa] = [await create(tenant, { phone: '3035550101' }), await create(tenant, { phone: '3035550102' })];
    await group(tenant, 'Both', [bart, lisa]);
    await group(tenant, 'Bart', [bart]);
    const { db } = server.database;
    const own = { accountId: tenant.account.id, inbound: true, content: 'hi', status: 'received' as const };
    const token = `token-of-${bart.id}-and-more`;
    await db
      .insert(images)
      .values({ token, accountId: tenant.account.id, type: 'image/png', bytes: new Uint8Array(1) });
    await db.insert(messages).values([
      { ...own, contactId: bart.id, imageToken: token },
      { ...own, contactId: bart.id },
      { ...own, contactId: lisa.id },
    ]);

    const response = await tenant.request('DELETE', `/api/contacts/${bart.id}`);
    expect([response.status, await response.json()]).toEqual([200, bart]);
    expect((await tenant.request('GET', `/api/contacts/${bart.id}`)).status).toBe(404);
    expect((await tenant.request('DELETE', `/api/contacts/${bart.id}`)).status).toBe(404);
    const mine = sql`account_id = ${tenant.account.id}`;
    expect(await db.select({ contactId: messages.contactId }).from(messages).where(mine)).toEqual([
      { contactId: lisa.id },
    ]);
    expect(await db.$count(images, mine)).toBe(0);
    expect(await sizes(tenant)).toEqual([
      { name: 'Bart', size: 0 },
      { name: 'Both', size: 1 },
    ]);
  });

  it('keeps the count of every tag right, whoever writes at once', async () => {
    const tenant = await server.tenant();
    const people = await Promise.all(
      Array.from({ length: 8 }, (_, n) => create(tenant, { phone: `303555010${n}`, tags: ['a', 'b', 'c'] })),
    );
    await group(tenant, 'All', people);
    const lists = [['a'], ['c', 'b'], ['b', 'd'], [], ['d', 'c', 'b', 'a']];
    const statuses = await Promise.all([
      ...people.flatMap(({ id }, n) =>
        [0, 1, 2].map(async (turn) => {
          const change = { tags: lists[(n + turn) % lists.length] };
          return (await tenant.request('PUT', `/api/contacts/${id}`, change)).status;
        }),
      ),
      ...people.slice(0, 3).map(async ({ id }) => (await tenant.request('DELETE', `/api/contacts/${id}`)).status),
    ]);
    expect(statuses.filter((status) => status !== 200 && status !== 404)).toEqual([]);
    const left = z.array(Contact).parse(await (await tenant.request('GET', '/api/contacts')).json());
    expect(left).toHaveLength(5);
    const counted = await server.database.db
      .select({ name: tags.name, uses: tags.uses })
      .from(tags)
      .where(sql`account_id = ${tenant.account.id}`);
    const expected = ['a', 'b', 'c', 'd']
      .map((name) => ({ name, uses: left.filter((contact) => contact.tags.includes(name)).length }))
      .filter(({ uses }) => uses > 0);
    expect(counted.toSorted((a, b) => a.name.localeCompare(b.name))).toEqual(expected);
    expect(await sizes(tenant)).toEqual([{ name: 'All', size: 5 }]);
  });
});
