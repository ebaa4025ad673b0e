import { and, asc, eq, gt, sql } from 'drizzle-orm';
import type { Db } from '#server/db/database.ts';
import { broadcastRecipients, broadcasts } from '#server/db/schema/broadcasts.ts';
import { blockedNumbers, optOuts } from '#server/db/schema/compliance.ts';
import { contacts, groupMembers } from '#server/db/schema/contacts.ts';
import { conversations, messages } from '#server/db/schema/messages.ts';
import { accounts } from '#server/db/schema/tenants.ts';
import { activeSignature, worded } from './messagesOutgoing.ts';
import { type Obstacle, obstacle } from './messagesTextable.ts';
import { isMissed } from './schedule.ts';
import type { Backstage } from './scope.ts';
import { announce } from './webHooksDeliveries.ts';

/** People noted in one step when a broadcast begins. */
const peopleAtOnce = 500;

type Broadcast = typeof broadcasts.$inferSelect;
type Recipient = Pick<typeof contacts.$inferSelect, 'id' | 'firstName' | 'lastName' | 'businessName'>;

/** How many texts a step makes at most, and the contact up to whom an earlier one saw to everybody (0: unknown). */
type Step = { atOnce: number; after: number };

/**
 * Takes a broadcast one step further: the first ones note who is to get it, each other makes some texts and the job that
 * hands them over. Answers the next one's `after`, null when nothing is left to do. Whatever is cut off is done again as
 * if it had not begun.
 */
export const advanceBroadcast = (scope: Backstage, id: number, step: Step): Promise<number | null> =>
  scope.db.transaction(async (db) => {
    const tx = { ...scope, db };
    const [broadcast] = await db.select().from(broadcasts).where(eq(broadcasts.id, id)).for('update');
    if (broadcast?.status === null) return (await begin(db, broadcast)) ? 0 : null;
    return broadcast?.status === 'sending' ? sendSome(tx, broadcast, step) : null;
  });

/** Notes some of the group, and sends once all are. What was missed is held instead. */
async function begin(db: Db, { id, groupId, deliverAt }: Broadcast): Promise<boolean> {
  const held = isMissed(deliverAt);
  if (!held && groupId !== null && (await noteSome(db, id, groupId))) return true;
  await db
    .update(broadcasts)
    .set({ status: held ? 'held' : 'sending', ...(!held && { at: new Date() }) })
    .where(eq(broadcasts.id, id));
  return !held;
}

/** Notes the members that come after those noted, with the reason where one gets nothing; false when none does. */
async function noteSome(db: Db, id: number, groupId: number): Promise<boolean> {
  const { rows } = (await db.execute(sql`
    with members as (
      select ${groupMembers.contactId} as id from ${groupMembers}
      where ${groupMembers.groupId} = ${groupId} and ${groupMembers.contactId} > coalesce((
        select max(${broadcastRecipients.contactId}) from ${broadcastRecipients}
        where ${broadcastRecipients.broadcastId} = ${id}
      ), 0)
      order by ${groupMembers.contactId} limit ${peopleAtOnce}
    ), noted as (
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
      from members
        join ${contacts} on ${contacts.id} = members.id
        join ${accounts} on ${accounts.id} = ${contacts.accountId}
    )
    select id from members limit 1`)) as unknown as { rows: unknown[] };
  return rows.length > 0;
}

async function sendSome(tx: Backstage, broadcast: Broadcast, { atOnce, after }: Step): Promise<number | null> {
  const pending = and(
    eq(broadcastRecipients.broadcastId, broadcast.id),
    eq(broadcastRecipients.state, 'pending'),
    // Those before are not passed again, in neither table: the planner would not tell one's from the other's.
    gt(broadcastRecipients.contactId, after),
    gt(contacts.id, after),
  );
  const people = await tx.db
    .select({
      id: contacts.id,
      firstName: contacts.firstName,
      lastName: contacts.lastName,
      businessName: contacts.businessName,
      // Somebody may have opted out since the broadcast began.
      obstacle: obstacle(tx.db),
    })
    .from(broadcastRecipients)
    .innerJoin(contacts, eq(contacts.id, broadcastRecipients.contactId))
    .innerJoin(accounts, eq(accounts.id, contacts.accountId))
    .where(pending)
    .orderBy(asc(broadcastRecipients.contactId))
    .limit(atOnce);
  if (people.length === 0) {
    await tx.db.update(broadcasts).set({ status: 'sent' }).where(eq(broadcasts.id, broadcast.id));
    return null;
  }
  for (const { id, obstacle } of people) if (obstacle) await leaveOut(tx.db, broadcast.id, id, obstacle);
  const reached = people.filter(({ obstacle }) => obstacle === null);
  if (reached.length > 0) await text(tx, broadcast, reached);
  return people.at(-1)!.id;
}

const states = { 'has opted out': 'opted_out', 'is blocked': 'blocked', 'is a landline': 'landline' } as const;

const leaveOut = (db: Db, broadcastId: number, contactId: number, obstacle: Obstacle) =>
  db
    .update(broadcastRecipients)
    .set({ state: states[obstacle] })
    .where(and(eq(broadcastRecipients.broadcastId, broadcastId), eq(broadcastRecipients.contactId, contactId)));

/** Makes the texts, worded for each of these people in the order of their ids, and queues that they are handed over. */
async function text(tx: Backstage, { id, accountId, userId, messageBody }: Broadcast, people: Recipient[]) {
  const signature = await activeSignature(tx.db, accountId);
  const texts = people.map((person) => ({ id: person.id, content: worded(messageBody, person, signature) }));
  const [first, last] = [people[0]!.id, people.at(-1)!.id];
  // One statement and one parameter for all of them: what each is told of their own text costs more than the text. From
  // whom to whom is said, as the planner does not know how many there are, and would look at everybody's row.
  const { rows } = (await tx.db.execute(sql`
    with made as (
      insert into ${messages} (account_id, contact_id, user_id, broadcast_id, inbound, status, content, at)
      select ${accountId}, id, ${userId}, ${id}, false, 'created', content, ${new Date().toISOString()}
      from json_to_recordset(${JSON.stringify(texts)}::json) as texts (id bigint, content text)
      returning id, contact_id, at
    ), reached as (
      update ${broadcastRecipients} set state = 'sent', message_id = made.id from made
      where ${broadcastRecipients.broadcastId} = ${id} and ${broadcastRecipients.contactId} = made.contact_id
        and ${broadcastRecipients.contactId} between ${first} and ${last}
    ), noted as (
      insert into ${conversations} (contact_id, account_id, last_message_id, last_message_at)
      select contact_id, ${accountId}, id, at from made
      on conflict (contact_id) do update
      set last_message_id = excluded.last_message_id, last_message_at = excluded.last_message_at
    )
    select id::float8 as id from made`)) as unknown as { rows: { id: number }[] };
  const ids = rows.map((made) => made.id);
  await tx.db
    .update(broadcasts)
    .set({ totalMessages: sql`${broadcasts.totalMessages} + ${ids.length}` })
    .where(eq(broadcasts.id, id));
  await announce(tx, ids, 'message');
  await tx.enqueue(tx.db, [{ queue: 'broadcasts.send', messageIds: ids }]);
}
