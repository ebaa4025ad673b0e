import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Broadcast } from '#contract/broadcasts.ts';
import { HandedOver } from '#contract/carrier.ts';
import { broadcastRecipients, broadcasts } from '#server/db/schema/broadcasts.ts';
import { engines, startTestServer, type TestServer } from '#server/testing.ts';
import { create, created, fill, freshPhone, groupOf, idsOf, read, type Tenant, until } from './broadcastsTesting.ts';
import { z } from 'zod/mini';

describe.each(engines)('broadcasts on %s', (engine) => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer(engine);
  });
  afterAll(async () => {
    expect(server.problems).toEqual([]);
    await server.close();
  });

  const fromNow = (ms: number) => new Date(Date.now() + ms).toISOString();
  const settled = (tenant: Tenant, { id }: Broadcast, status: string) =>
    until(async () => (await read(tenant, id)).status, status);
  const handedOver = async ({ id }: Broadcast) =>
    z.array(HandedOver).parse(await (await server.app.request(`/carrier/messages?broadcast_id=${id}`)).json());

  it('text every member who may be texted once, worded for each, and say why others got nothing', async () => {
    const tenant = await server.tenant();
    const phones = [freshPhone(), freshPhone(), freshPhone(), freshPhone(), `${freshPhone().slice(0, -4)}9999`];
    const [ann, ben, out, blocked] = phones as [string, string, string, string];
    const group = await groupOf(tenant, phones);
    await tenant.request('POST', '/api/opt_outs', { phone: out });
    await tenant.request('POST', '/api/blocked_numbers', { phone: blocked });
    await tenant.request('POST', '/api/message_signatures', { content: 'The Firm', is_active: true });
    const broadcast = await created(tenant, { group: group.id });
    expect(broadcast).toMatchObject({
      user_id: tenant.user.id,
      group_id: group.id,
      group_name: group.name,
      message_body: 'Hi {{contact.first_name}}',
      status: null,
      deliver_at: null,
      total_messages: 0,
    });
    await settled(tenant, broadcast, 'sent');
    expect(await read(tenant, broadcast.id)).toMatchObject({ total_messages: 2 });
    await until(async () => (await handedOver(broadcast)).length, 2);
    expect(await handedOver(broadcast)).toMatchObject([
      { phone: ann, content: 'Hi Person 0\nThe Firm', times: 1 },
      { phone: ben, content: 'Hi Person 1\nThe Firm', times: 1 },
    ]);
    const states = await server.database.db
      .select({ state: broadcastRecipients.state })
      .from(broadcastRecipients)
      .where(eq(broadcastRecipients.broadcastId, broadcast.id))
      .orderBy(broadcastRecipients.contactId);
    expect(states.map(({ state }) => state)).toEqual(['sent', 'sent', 'opted_out', 'blocked', 'landline']);
    const inbox = await tenant.request('GET', '/api/messages?last_message_to_each_contact=true');
    expect(await inbox.json()).toMatchObject([{ broadcast_id: broadcast.id }, { broadcast_id: broadcast.id }]);
    expect((await tenant.request('DELETE', `/api/broadcasts/${broadcast.id}`)).status).toBe(422);
  });

  it('go out at their time, and not at all once deleted', async () => {
    const tenant = await server.tenant();
    const group = await groupOf(tenant, [freshPhone()]);
    const deliver_at = fromNow(1_200);
    const kept = await created(tenant, { group: group.id, deliver_at });
    const gone = await created(tenant, { group: group.id, deliver_at });
    expect(kept.deliver_at).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC$/);
    expect(await (await tenant.request('DELETE', `/api/broadcasts/${gone.id}`)).json()).toEqual(gone);
    expect(await handedOver(kept)).toEqual([]);
    await settled(tenant, kept, 'sent');
    await until(async () => (await handedOver(kept)).length, 1);
    expect(await handedOver(gone)).toEqual([]);
    expect((await tenant.request('GET', `/api/broadcasts/${gone.id}`)).status).toBe(404);
  });

  it('are held when their time passed long ago, and can be deleted then', async () => {
    const tenant = await server.tenant();
    const { db } = server.database;
    const group = await groupOf(tenant, [freshPhone()]);
    const broadcast = await created(tenant, { group: group.id, deliver_at: fromNow(3_600_000) });
    const deliverAt = new Date(Date.now() - 16 * 60_000);
    await db.update(broadcasts).set({ deliverAt }).where(eq(broadcasts.id, broadcast.id));
    await server.enqueue(db, [{ queue: 'broadcasts.start', broadcastId: broadcast.id }]);
    await settled(tenant, broadcast, 'held');
    expect((await tenant.request('DELETE', `/api/broadcasts/${broadcast.id}`)).status).toBe(200);
    expect(await handedOver(broadcast)).toEqual([]);
  });

  it('end with nobody reached when the group is empty or gone', async () => {
    const tenant = await server.tenant();
    const group = await groupOf(tenant, []);
    const broadcast = await created(tenant, { group: group.id, deliver_at: fromNow(1_000) });
    await tenant.request('DELETE', `/api/groups/${group.id}`);
    await settled(tenant, broadcast, 'sent');
    expect(await read(tenant, broadcast.id)).toMatchObject({ group_id: null, group_name: group.name });
  });

  it('list newest first, by day, and the last to each group', async () => {
    const tenant = await server.tenant();
    const [one, two] = [await groupOf(tenant, []), await groupOf(tenant, [])];
    const first = await created(tenant, { group: one.id });
    const second = await created(tenant, { group: one.id, deliver_at: '2031-03-09T23:30:00-05:00' });
    const third = await created(tenant, { group: two.id });
    expect(await idsOf(tenant)).toEqual([third.id, second.id, first.id]);
    expect(await idsOf(tenant, '?last_broadcast_to_each_group=true')).toEqual([third.id, second.id]);
    expect(await idsOf(tenant, '?date=2031-03-10')).toEqual([second.id]);
    expect(await idsOf(tenant, '?date=2031-03-10T11:00:00Z')).toEqual([second.id]);
    expect(await idsOf(tenant, '?date=2031-03-09')).toEqual([]);
    expect((await tenant.request('GET', '/api/broadcasts?date=yesterday')).status).toBe(422);
  });

  it.each([
    {},
    { message_body: ' ' },
    { message_body: null },
    { sender: 'me' },
    { sender: 2 ** 60 },
    { group: 0 },
    { group: 999_999_999 },
    { deliver_at: '2030-01-01 10:00' },
    { deliver_at: '2020-01-01T10:00:00Z' },
    { message_body: 'a\u0000b' },
  ])('answer 422 to %j', async (input) => {
    const tenant = await server.tenant();
    const group = Object.keys(input).length > 0 ? await groupOf(tenant, []) : undefined;
    const response = await create(tenant, { group: group?.id, ...input });
    expect([response.status, await response.text()]).toEqual([422, expect.stringContaining('{"error":"')]);
  });

  it("keep other tenants' groups, people and broadcasts out of reach", async () => {
    const [ours, theirs] = [await server.tenant(), await server.tenant()];
    const [mine, group] = [await groupOf(ours, []), await groupOf(theirs, [])];
    const secret = await created(theirs, { group: group.id });
    expect((await create(ours, { group: group.id })).status).toBe(422);
    expect((await create(ours, { group: mine.id, sender: theirs.user.id })).status).toBe(422);
    expect(await idsOf(ours)).toEqual([]);
    expect((await ours.request('GET', `/api/broadcasts/${secret.id}`)).status).toBe(404);
    expect((await ours.request('DELETE', `/api/broadcasts/${secret.id}`)).status).toBe(404);
  });

  it('reach each member of a large group exactly once, also when their jobs run twice', async () => {
    const tenant = await server.tenant();
    const { db } = server.database;
    const group = await groupOf(tenant, []);
    await fill(server, tenant, group.id, 1_200);
    const broadcast = await created(tenant, { group: group.id, message_body: 'Hi' });
    await server.enqueue(db, [
      { queue: 'broadcasts.start', broadcastId: broadcast.id },
      { queue: 'broadcasts.start', broadcastId: broadcast.id },
    ]);
    await settled(tenant, broadcast, 'sent');
    expect((await read(tenant, broadcast.id)).total_messages).toBe(1_200);
    const total = async () =>
      (await server.app.request(`/carrier/messages?broadcast_id=${broadcast.id}`)).headers.get('X-Total');
    await until(total, '1200');
  });
});
