import { z } from 'zod';
import { everyOperation } from '#contract/api.ts';
import type { TestServer } from '#server/testing.ts';

export type Tenant = Awaited<ReturnType<TestServer['tenant']>>;
/** An operation with its name, e.g. `contacts.list`. */
export type Named = (typeof everyOperation)[number];
/** What an account has one of, by resource: what `:id` stands for in a path. */
export type Ids = Record<string, number>;

const tomorrow = new Date(Date.now() + 86_400_000).toISOString();
const broadcast = (ids: Ids) => ({ sender: ids.users, group: ids.groups, message_body: 'Hello', deliver_at: tomorrow });
const message = (ids: Ids) => ({
  sender: String(ids.users),
  receiver: String(ids.contacts),
  content: 'Hello',
  deliver_at: tomorrow,
});

/** A body that each operation with one accepts. */
const bodies: Record<string, (ids: Ids) => object> = {
  'autoReplies.create': () => ({ message: 'Back soon' }),
  'autoReplies.update': () => ({ message: 'Back later', is_active: true }),
  'blockedNumbers.create': () => ({ phone: '3035550901' }),
  'broadcasts.create': broadcast,
  'contacts.create': () => ({ phone: '3035550902', first_name: 'Bart', tags: ['vip'] }),
  'contacts.update': () => ({ first_name: 'Lisa', tags: ['sax'], notes: 'Plays' }),
  'groups.create': () => ({ name: 'Nurses' }),
  'groups.update': () => ({ name: 'Drivers' }),
  'messageSignatures.create': () => ({ content: '– Bart' }),
  'messageSignatures.update': () => ({ content: '– Lisa', is_active: true }),
  'messageTemplates.create': () => ({ title: 'Hello', content: 'Hi {{contact.first_name}}' }),
  'messageTemplates.update': () => ({ title: 'Bye' }),
  'messages.create': message,
  'messages.update': () => ({ read: true }),
  'optOuts.create': () => ({ phone: '3035550903' }),
  'optOuts.update': () => ({ opt_in: true }),
  'webHooks.create': () => ({ url: 'http://127.0.0.1:9/hook' }),
  'webHooks.update': () => ({ url: 'http://127.0.0.1:9/other' }),
};

/** A request for the operation that names `ids` and sends what it accepts. */
export function requestFor({ name, resource, operation }: Named, ids: Ids) {
  const path = operation.path.replace(/:(\w+)/g, (_, segment: string) =>
    String(ids[segment === 'contact_id' ? 'contacts' : resource]),
  );
  return { method: operation.method, path: `/api${path}`, body: bodies[name]?.(ids) };
}

const named = (name: string) => everyOperation.find((operation) => operation.name === name);

/** Makes one of everything that `built` has an operation to create, and answers their ids. */
export async function makeOneOfEach(tenant: Tenant, built: (name: string) => boolean): Promise<Ids> {
  const ids: Ids = { users: tenant.user.id };
  // What refers to something comes after it.
  const resources = ['contacts', 'groups', ...everyOperation.map(({ resource }) => resource)];
  for (const resource of new Set(resources)) {
    const create = named(`${resource}.create`);
    if (!create || !built(create.name)) continue;
    const { method, path, body } = requestFor(create, ids);
    const response = await tenant.request(method, path, body);
    ids[resource] = z.object({ id: z.number() }).parse(await response.json()).id;
    if (resource === 'groups') await tenant.request('PUT', `/api/groups/${ids.groups}/contacts/${ids.contacts}`);
  }
  return ids;
}
