import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import type { Db } from '#server/db/database.ts';
import { broadcastRecipients, broadcasts } from '#server/db/schema/broadcasts.ts';
import { blockedNumbers, optOuts } from '#server/db/schema/compliance.ts';
import { contacts, groupMembers } from '#server/db/schema/contacts.ts';
import { messages } from '#server/db/schema/messages.ts';
import { accounts } from '#server/db/schema/tenants.ts';
import { activeSignature, worded } from './messagesOutgoing.ts';
import { type Obstacle, obstaclesOf } from './messagesTextable.ts';
import { isMissed } from './schedule.ts';
import type { Backstage } from './scope.ts';
import { announce } from './webHooksDeliveries.ts';

/** Texts made in one transaction: few enough that others' requests wait for a moment only. */
const batch = 500;

type Broadcast = typeof broadcasts.$inferSelect;
type Recipient = Pick<typeof contacts.$inferSelect, 'id' | 'firstName' | 'lastName' | 'businessName'>;

/**
 * Takes a broadcast one step further: the first finds out who is to get it, each other makes up to 500 texts and the job
 * that hands them over. True while there is more to do. Whatever is cut off is done again as if it had not begun.
 */
export const advanceBroadcast = (scope: Backstage, id: number): Promise<boolean> =>
  scope.db.transaction(async (db) => {
    const tx = { ...scope, db };
    const [broadcast] = await db.select().from(broadcasts).where(eq(broadcasts.id, id)).for('update');
    if (broadcast?.status === null) return begin(db, broadcast);
    return broadcast?.status === 'sending' && sendSome(tx, broadcast);
  });

/** Notes everyone in the group, with the reason where one gets nothing. What was missed is held instead. */
async function begin(db: Db, { id, groupId, deliverAt }: Broadcast): Promise<boolean> {
  const held = isMissed(deliverAt);
  await db
    .update(broadcasts)
    .set({ status: held ? 'held' : 'sending', ...(!held && { at: new Date() }) })
    .where(eq(broadcasts.id, id));
  if (held) return false;
  await db.execute(sql`
    insert into ${broadcastRecipients} (broadcast_id, contact_id, state)
    select ${id}, ${contacts.id}, case
      when exists (
        select 1 from ${optOuts} where ${optOuts.organizationId} = ${accounts.organizationId}
          and ${optOuts.phone} = ${contacts.phone} and not ${optOuts.optIn}
      ) then 'opted_out'
      when exists (
        select 1 from ${blockedNumbers} where ${blockedNumbers.organizationId} = ${accounts.organizationId}
          and ${blockedNumbers.phone} = ${contacts.phone}
      ) then 'blocked'
      when ${contacts.lineType} = 'landline' then 'landline'
      else 'pending'
    end
    from ${groupMembers}
      join ${contacts} on ${contacts.id} = ${groupMembers.contactId}
      join ${accounts} on ${accounts.id} = ${contacts.accountId}
    where ${groupMembers.groupId} = ${groupId}
    on conflict do nothing`);
  return true;
}

async function sendSome(tx: Backstage, broadcast: Broadcast): Promise<boolean> {
  const pending = and(eq(broadcastRecipients.broadcastId, broadcast.id), eq(broadcastRecipients.state, 'pending'));
  const people: Recipient[] = await tx.db
    .select({
      id: contacts.id,
      firstName: contacts.firstName,
      lastName: contacts.lastName,
      businessName: contacts.businessName,
    })
    .from(broadcastRecipients)
    .innerJoin(contacts, eq(contacts.id, broadcastRecipients.contactId))
    .where(pending)
    .orderBy(asc(broadcastRecipients.contactId))
    .limit(batch);
  if (people.length === 0) {
    await tx.db.update(broadcasts).set({ status: 'sent' }).where(eq(broadcasts.id, broadcast.id));
    return false;
  }
  // Somebody may have opted out since the broadcast began.
  const obstacles = await obstaclesOf(
    tx.db,
    people.map(({ id }) => id),
  );
  await leaveOut(tx.db, broadcast.id, obstacles);
  const reached = people.filter(({ id }) => !obstacles.has(id));
  if (reached.length > 0) await text(tx, broadcast, reached);
  return true;
}

const states = { 'has opted out': 'opted_out', 'is blocked': 'blocked', 'is a landline': 'landline' } as const;

async function leaveOut(db: Db, broadcastId: number, obstacles: Map<number, Obstacle>) {
  for (const [contactId, obstacle] of obstacles) {
    const theirs = and(eq(broadcastRecipients.broadcastId, broadcastId), eq(broadcastRecipients.contactId, contactId));
    await db.update(broadcastRecipients).set({ state: states[obstacle] }).where(theirs);
  }
}

/** Makes the texts, worded for each, and queues that they are handed over. */
async function text(tx: Backstage, { id, accountId, userId, messageBody }: Broadcast, people: Recipient[]) {
  const signature = await activeSignature(tx.db, accountId);
  const at = new Date();
  const rows = people.map((person) => ({
    accountId,
    contactId: person.id,
    userId,
    broadcastId: id,
    inbound: false,
    status: 'created' as const,
    content: worded(messageBody, person, signature),
    at,
  }));
  const made = await tx.db.insert(messages).values(rows).returning({ id: messages.id });
  const ids = made.map((message) => message.id);
  await tx.db
    .update(broadcastRecipients)
    .set({ state: 'sent', messageId: sql`${messages.id}` })
    .from(messages)
    .where(
      and(
        inArray(messages.id, ids),
        eq(broadcastRecipients.broadcastId, id),
        eq(broadcastRecipients.contactId, messages.contactId),
      ),
    );
  await tx.db
    .update(contacts)
    .set({ lastMessageId: sql`${messages.id}`, lastMessageAt: at, updatedAt: sql`${contacts.updatedAt}` })
    .from(messages)
    .where(and(inArray(messages.id, ids), eq(contacts.id, messages.contactId)));
  await tx.db
    .update(broadcasts)
    .set({ totalMessages: sql`${broadcasts.totalMessages} + ${ids.length}` })
    .where(eq(broadcasts.id, id));
  await announce(tx, ids, 'message');
  await tx.enqueue(tx.db, [{ queue: 'broadcasts.send', messageIds: ids }]);
}
