import { and, asc, desc, eq, like, type SQL, sql } from 'drizzle-orm';
import type { Broadcast } from '#contract/broadcasts.ts';
import type { Page, Paging } from '#contract/common.ts';
import type { Group, GroupFilter, GroupInput, GroupOrder } from '#contract/groups.ts';
import { broadcasts } from '#server/db/schema/broadcasts.ts';
import { contacts, groupMembers, groups } from '#server/db/schema/contacts.ts';
import { broadcastPage } from './broadcastsRow.ts';
import { removeContacts } from './contactRemoval.ts';
import { invalid, notFound, refuseTaken } from './errors.ts';
import { anywhere, slice, timestamp } from './paging.ts';
import { type Scope, transaction } from './scope.ts';

const columns = {
  id: groups.id,
  accountId: groups.accountId,
  name: groups.name,
  locked: groups.locked,
  size: groups.size,
  createdAt: groups.createdAt,
  updatedAt: groups.updatedAt,
};

type Row = Pick<typeof groups.$inferSelect, keyof typeof columns>;

const toGroup = (row: Row): Group => ({
  name: row.name,
  account_id: row.accountId,
  locked: row.locked,
  id: row.id,
  created_at: timestamp(row.createdAt),
  updated_at: timestamp(row.updatedAt),
  size: row.size,
});

const own = ({ accountId }: Scope, id: number) => and(eq(groups.accountId, accountId), eq(groups.id, id));

const byName = sql`lower(${groups.name})`;

/** The columns a list of groups may be ordered by; the id breaks ties. */
const orders: Record<GroupOrder, SQL[]> = {
  name: [asc(byName), asc(groups.id)],
  'name desc': [desc(byName), desc(groups.id)],
  size: [asc(groups.size), asc(groups.id)],
  'size desc': [desc(groups.size), desc(groups.id)],
  created_at: [asc(groups.createdAt), asc(groups.id)],
  'created_at desc': [desc(groups.createdAt), desc(groups.id)],
};

/** Groups of the account, newest first unless ordered otherwise. */
export async function listGroups(scope: Scope, filter: GroupFilter): Promise<Page<Group>> {
  const q = filter.q?.trim();
  const where = and(eq(groups.accountId, scope.accountId), q ? like(byName, sql`lower(${anywhere(q)})`) : undefined);
  const order = orders[filter.order_by ?? 'created_at desc'];
  const { limit, offset } = slice(filter);
  const [rows, total] = await Promise.all([
    scope.db
      .select(columns)
      .from(groups)
      .where(where)
      .orderBy(...order)
      .limit(limit)
      .offset(offset),
    scope.db.$count(groups, where),
  ]);
  return { items: rows.map(toGroup), total };
}

/** Throws 404. */
export async function getGroup(scope: Scope, id: number): Promise<Group> {
  const [row] = await scope.db.select(columns).from(groups).where(own(scope, id));
  if (!row) throw notFound('Group');
  return toGroup(row);
}

/** Throws 422 when another group of the account has the name, in any case. */
export async function insertGroup(scope: Scope, { name }: GroupInput): Promise<Group> {
  const [row] = await scope.db
    .insert(groups)
    .values({ accountId: scope.accountId, name })
    .returning(columns)
    .catch(refuseTaken('groups_name', 'Name'));
  return toGroup(row!);
}

/** Throws 404, or 422 as `insertGroup` does and when it is locked. */
export function updateGroup(scope: Scope, id: number, name: string | undefined): Promise<Group> {
  return transaction(scope, async (scope) => {
    const before = await lockGroup(scope, id);
    if (name === undefined) return before;
    const [row] = await scope.db.update(groups).set({ name }).where(own(scope, id)).returning(columns);
    return toGroup(row!);
  }).catch(refuseTaken('groups_name', 'Name'));
}

/** Answers it as it was. With its contacts, these leave every other group too. Throws 404, or 422 when it is locked. */
export function deleteGroup(scope: Scope, id: number, withContacts: boolean): Promise<Group> {
  return transaction(scope, async (scope) => {
    const before = await getGroup(scope, id);
    requireUnlocked(before);
    if (withContacts) await removeContacts(scope, await lockMembers(scope, id));
    await lockGroup(scope, id);
    await scope.db.delete(groups).where(own(scope, id));
    return before;
  });
}

/** Broadcasts to the group, newest first. Throws 404. */
export async function listGroupBroadcasts(scope: Scope, id: number, paging: Paging): Promise<Page<Broadcast>> {
  await getGroup(scope, id);
  return broadcastPage(scope, eq(broadcasts.groupId, id), paging);
}

/** The group, held until the transaction ends. Throws 404, or 422 when an integration keeps it. */
export async function lockGroup(scope: Scope, id: number): Promise<Group> {
  const [row] = await scope.db.select(columns).from(groups).where(own(scope, id)).for('update');
  if (!row) throw notFound('Group');
  const group = toGroup(row);
  requireUnlocked(group);
  return group;
}

function requireUnlocked({ locked }: Group) {
  if (locked) throw invalid('Group', 'is locked');
}

/** Contacts are locked before groups, as everywhere. */
async function lockMembers(scope: Scope, id: number): Promise<number[]> {
  const rows = await scope.db
    .select({ id: contacts.id })
    .from(contacts)
    .innerJoin(groupMembers, eq(groupMembers.contactId, contacts.id))
    .where(and(eq(contacts.accountId, scope.accountId), eq(groupMembers.groupId, id)))
    .orderBy(contacts.id)
    .for('update', { of: contacts });
  return rows.map((row) => row.id);
}
