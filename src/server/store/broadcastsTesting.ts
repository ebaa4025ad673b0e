import { randomInt } from 'node:crypto';
import { expect, vi } from 'vitest';
import { Broadcast } from '#contract/broadcasts.ts';
import { Contact } from '#contract/contacts.ts';
import { Group } from '#contract/groups.ts';
import { contacts, groupMembers } from '#server/db/schema/contacts.ts';
import type { TestServer } from '#server/testing.ts';
import { z } from 'zod/mini';

export type Tenant = Awaited<ReturnType<TestServer['tenant']>>;

/** A mobile number that no other test uses. */
export const freshPhone = () => `+1303${randomInt(2_000_000, 9_989_999)}`;

/** Waits until `look` answers `expected`. */
export const until = <T>(look: () => Promise<T>, expected: T) =>
  vi.waitFor(async () => expect(await look()).toEqual(expected), { timeout: 15_000, interval: 50 });

/** A group of new contacts with these phones. */
export async function groupOf({ request }: Tenant, phones: string[]): Promise<Group> {
  const name = `Group ${freshPhone()}`;
  const group = Group.parse(await (await request('POST', '/api/groups', { name })).json());
  for (const [n, phone] of phones.entries()) {
    const made = await request('POST', '/api/contacts', { phone, first_name: `Person ${n}` });
    await request('PUT', `/api/groups/${group.id}/contacts/${Contact.parse(await made.json()).id}`);
  }
  return group;
}

/** Puts `count` new contacts into a group at once. */
export async function fill({ database: { db } }: TestServer, { account }: Tenant, groupId: number, count: number) {
  const rows = Array.from({ length: count }, (_, n) => ({
    accountId: account.id,
    phone: `1720${2_000_000 + n}`,
    country: 'US',
  }));
  const made = await db.insert(contacts).values(rows).returning({ contactId: contacts.id });
  await db.insert(groupMembers).values(made.map(({ contactId }) => ({ groupId, contactId })));
}

/** Asks for a broadcast in the name of the tenant's user. */
export const create = ({ request, user }: Tenant, input: object) =>
  request('POST', '/api/broadcasts', { sender: user.id, message_body: 'Hi {{contact.first_name}}', ...input });

export async function created(tenant: Tenant, input: object): Promise<Broadcast> {
  const response = await create(tenant, input);
  expect(response.status).toBe(200);
  return Broadcast.parse(await response.json());
}

export const read = async ({ request }: Tenant, id: number) =>
  Broadcast.parse(await (await request('GET', `/api/broadcasts/${id}`)).json());

/** The ids at `/api/broadcasts<query>`. */
export const idsOf = async ({ request }: Tenant, query = '') =>
  z
    .array(Broadcast)
    .parse(await (await request('GET', `/api/broadcasts${query}`)).json())
    .map(({ id }) => id);
