import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Contact } from '#contract/contacts.ts';
import { Group } from '#contract/groups.ts';
import { broadcasts } from '#server/db/schema/broadcasts.ts';
import { groupMembers, groups } from '#server/db/schema/contacts.ts';
import { engines, startTestServer, type TestServer } from '#server/testing.ts';
import { z } from 'zod/mini';

type Tenant = Awaited<ReturnType<TestServer['tenant']>>;

describe.each(engines)('membership on %s', (engine) => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer(engine);
  });
  afterAll(() => server.close());

  const group = async ({ request }: Tenant, name: string) =>
    Group.parse(await (await request('POST', '/api/groups', { name })).json()).id;
  const person = async ({ request }: Tenant, phone: string) =>
    Contact.parse(await (await request('POST', '/api/contacts', { phone, tags: ['a', 'b'] })).json()).id;

  it('leaves every count right when people and groups come and go at once', async () => {
    const tenant = await server.tenant();
    const ids = await Promise.all([0, 1, 2, 3].map((n) => group(tenant, `Group ${n}`)));
    const people = await Promise.all([0, 1, 2, 3, 4, 5, 6, 7].map((n) => person(tenant, `303555010${n}`)));
    const send = async (method: string, path: string) => (await tenant.request(method, `/api${path}`)).status;
    await Promise.all(ids.flatMap((id) => people.map((one) => send('PUT', `/groups/${id}/contacts/${one}`))));
    const statuses = await Promise.all([
      ...people.slice(0, 3).map((one) => send('DELETE', `/contacts/${one}`)),
      ...ids.toReversed().flatMap((id) => people.map((one) => send('PUT', `/groups/${id}/contacts/${one}`))),
      ...ids.map((id) => send('DELETE', `/groups/${id}/contacts/${people[4]}`)),
      send('DELETE', `/groups/${ids[3]}?delete_contacts=true`),
      send('DELETE', `/contacts/${people[7]}`),
    ]);
    expect(statuses.filter((status) => status !== 200 && status !== 404)).toEqual([]);
    const counted = await server.database.db
      .select({ size: groups.size, members: sql<number>`count(${groupMembers.contactId})::int` })
      .from(groups)
      .leftJoin(groupMembers, eq(groupMembers.groupId, groups.id))
      .where(eq(groups.accountId, tenant.account.id))
      .groupBy(groups.id);
    expect(counted).toHaveLength(3);
    for (const { size, members } of counted) expect(size).toBe(members);
    const left = z.array(Contact).parse(await (await tenant.request('GET', '/api/contacts')).json());
    expect(await (await tenant.request('GET', '/api/tags')).json()).toEqual(left.length > 0 ? ['a', 'b'] : []);
    expect(server.problems).toEqual([]);
  });

  it('of a locked group is not changed, nor the group', async () => {
    const tenant = await server.tenant();
    const [id, one] = [await group(tenant, 'Kept by an integration'), await person(tenant, '3035550101')];
    await tenant.request('PUT', `/api/groups/${id}/contacts/${one}`);
    await server.database.db.update(groups).set({ locked: true }).where(eq(groups.id, id));
    const before = await (await tenant.request('GET', `/api/groups/${id}`)).json();
    for (const [method, path, body] of [
      ['PUT', '', { name: 'Mine' }],
      ['DELETE', '?delete_contacts=true'],
      ['PUT', `/contacts/${one}`],
      ['DELETE', `/contacts/${one}`],
    ] as const) {
      const response = await tenant.request(method, `/api/groups/${id}${path}`, body);
      expect([response.status, await response.json()]).toEqual([422, { error: 'Validation failed: Group is locked' }]);
    }
    expect(await (await tenant.request('GET', `/api/groups/${id}`)).json()).toEqual(before);
    expect((await tenant.request('GET', `/api/contacts/${one}`)).status).toBe(200);
  });

  it('outlives the group in its broadcasts, which are listed with it newest first', async () => {
    const tenant = await server.tenant();
    const id = await group(tenant, 'Nurses');
    const sent = { accountId: tenant.account.id, userId: tenant.user.id, groupId: id, groupName: 'Nurses' };
    const deliverAt = new Date('2030-05-02T17:27:55.123Z');
    await server.database.db.insert(broadcasts).values([
      { ...sent, messageBody: 'First', status: 'sent', totalMessages: 3 },
      { ...sent, messageBody: 'Second', deliverAt },
    ]);
    const response = await tenant.request('GET', `/api/groups/${id}/broadcasts`);
    expect(await response.json()).toMatchObject([
      { message_body: 'Second', group_id: id, status: null, deliver_at: '2030-05-02 17:27:55 UTC' },
      { message_body: 'First', group_id: id, status: 'sent', deliver_at: null, total_messages: 3 },
    ]);
    expect((await tenant.request('DELETE', `/api/groups/${id}`)).status).toBe(200);
    const kept = await server.database.db.$count(broadcasts, eq(broadcasts.accountId, tenant.account.id));
    expect(kept).toBe(2);
  });
});
