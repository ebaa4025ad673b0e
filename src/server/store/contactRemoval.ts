import { and, eq, inArray, isNotNull, sql } from 'drizzle-orm';
import { contacts, groupMembers, groups } from '#server/db/schema/contacts.ts';
import { images, messages } from '#server/db/schema/messages.ts';
import { among } from './among.ts';
import type { Scope } from './scope.ts';
import { countTags } from './tags.ts';

/**
 * Deletes contacts of the account that the transaction has locked, with their messages, images and memberships, and
 * takes them out of what is counted. Locks go contacts, groups, tags in every transaction, so that none waits in a circle.
 */
export async function removeContacts(scope: Scope, ids: number[]): Promise<void> {
  if (ids.length === 0) return;
  await leaveGroups(scope, ids);
  await dropTags(scope, ids);
  const theirs = await scope.db
    .select({ token: messages.imageToken })
    .from(messages)
    .where(and(among(messages.contactId, ids), isNotNull(messages.imageToken)));
  await scope.db.delete(contacts).where(and(eq(contacts.accountId, scope.accountId), among(contacts.id, ids)));
  const tokens = theirs.flatMap(({ token }) => token ?? []);
  if (tokens.length > 0) await scope.db.delete(images).where(sql`${images.token} = any(${sql.param(tokens)}::text[])`);
}

async function leaveGroups(scope: Scope, ids: number[]) {
  const left = scope.db
    .select({ groupId: groupMembers.groupId, members: sql<number>`count(*)::int`.as('members') })
    .from(groupMembers)
    .where(among(groupMembers.contactId, ids))
    .groupBy(groupMembers.groupId)
    .as('left_groups');
  const theirs = scope.db
    .select({ id: groupMembers.groupId })
    .from(groupMembers)
    .where(among(groupMembers.contactId, ids));
  await scope.db
    .select({ id: groups.id })
    .from(groups)
    .where(inArray(groups.id, theirs))
    .orderBy(groups.id)
    .for('update');
  await scope.db
    .update(groups)
    .set({ size: sql`${groups.size} - ${left.members}` })
    .from(left)
    .where(eq(groups.id, left.groupId));
}

async function dropTags(scope: Scope, ids: number[]) {
  const used = scope.db
    .select({ name: sql<string>`unnest(${contacts.tags})`.as('name') })
    .from(contacts)
    .where(among(contacts.id, ids))
    .as('used');
  const counts = await scope.db
    .select({ name: used.name, uses: sql<number>`count(*)::int` })
    .from(used)
    .groupBy(used.name);
  await countTags(
    scope,
    counts.map(({ name, uses }) => ({ name, change: -uses })),
  );
}
