import { and, asc, desc, eq, type SQL, sql } from 'drizzle-orm';
import type { Page } from '#contract/common.ts';
import type { Contact } from '#contract/contacts.ts';
import type { Group, GroupContactsFilter, GroupOrder } from '#contract/groups.ts';
import { contacts, groupMembers, groups } from '#server/db/schema/contacts.ts';
import { byNameThenPhone, contactPage, newestFirst } from './contactRows.ts';
import { notFound } from './errors.ts';
import { getGroup, lockGroup } from './groups.ts';
import { slice } from './paging.ts';
import { type Scope, transaction } from './scope.ts';

const byNameBackwards = [
  desc(contacts.lastNameKey),
  desc(contacts.firstNameKey),
  desc(contacts.phone),
  desc(contacts.id),
];

/** The orders of a group list as its contacts have them; a contact has no size, which leaves the usual order. */
const orders: Record<GroupOrder, SQL[]> = {
  name: byNameThenPhone,
  'name desc': byNameBackwards,
  size: newestFirst,
  'size desc': newestFirst,
  created_at: [asc(contacts.createdAt), asc(contacts.id)],
  'created_at desc': newestFirst,
};

/** Contacts in the group, newest first unless ordered otherwise. Throws 404. */
export async function listGroupContacts(
  scope: Scope,
  groupId: number,
  filter: GroupContactsFilter,
): Promise<Page<Contact>> {
  const { size } = await getGroup(scope, groupId);
  const order = orders[filter.order_by ?? 'created_at desc'];
  const { limit, offset } = slice(filter);
  const ids = scope.db
    .select({ id: contacts.id })
    .from(groupMembers)
    .innerJoin(contacts, eq(contacts.id, groupMembers.contactId))
    .where(eq(groupMembers.groupId, groupId))
    .orderBy(...order)
    .limit(limit)
    .offset(offset);
  return { items: await contactPage(scope, ids.getSQL(), order), total: size };
}

/** Puts a contact into a group; one that is in it stays. Throws 404, or 422 when the group is locked. */
export function addGroupContact(scope: Scope, groupId: number, contactId: number): Promise<Group> {
  return transaction(scope, async (scope) => {
    await holdContact(scope, contactId);
    const group = await lockGroup(scope, groupId);
    const added = await scope.db
      .insert(groupMembers)
      .values({ groupId, contactId })
      .onConflictDoNothing()
      .returning({ contactId: groupMembers.contactId });
    return added.length > 0 ? resize(scope, group, 1) : group;
  });
}

/** Takes a contact out of a group. Throws 404, also when it is not in it, or 422 when the group is locked. */
export function removeGroupContact(scope: Scope, groupId: number, contactId: number): Promise<Group> {
  return transaction(scope, async (scope) => {
    const group = await lockGroup(scope, groupId);
    const removed = await scope.db
      .delete(groupMembers)
      .where(and(eq(groupMembers.groupId, groupId), eq(groupMembers.contactId, contactId)))
      .returning({ contactId: groupMembers.contactId });
    if (removed.length === 0) throw notFound('Contact');
    return resize(scope, group, -1);
  });
}

/** Keeps the contact from being deleted until the transaction ends. Contacts come before groups, as everywhere. */
async function holdContact(scope: Scope, id: number) {
  const [contact] = await scope.db
    .select({ id: contacts.id })
    .from(contacts)
    .where(and(eq(contacts.accountId, scope.accountId), eq(contacts.id, id)))
    .for('key share');
  if (!contact) throw notFound('Contact');
}

async function resize(scope: Scope, group: Group, by: 1 | -1): Promise<Group> {
  await scope.db
    .update(groups)
    .set({ size: sql`${groups.size} + ${by}` })
    .where(eq(groups.id, group.id));
  return getGroup(scope, group.id);
}
