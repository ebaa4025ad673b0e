import { and, eq, inArray, lt } from 'drizzle-orm';
import type { Carrier, Handover, Report } from '#server/carrier/carrier.ts';
import type { Db } from '#server/db/database.ts';
import { contacts } from '#server/db/schema/contacts.ts';
import { messages } from '#server/db/schema/messages.ts';
import { accounts } from '#server/db/schema/tenants.ts';
import { among } from './among.ts';
import { mediaUrl } from './messagesRow.ts';
import { activeSignature, becomeLast, worded } from './messagesOutgoing.ts';
import { type Obstacle, holdOptOuts, obstaclesOf } from './messagesTextable.ts';
import { isMissed, missedBefore } from './schedule.ts';
import type { Backstage } from './scope.ts';
import { announce } from './webHooksDeliveries.ts';

/** How the phone network knows a message. */
const idempotencyIdOf = (messageId: number) => `message-${messageId}`;

/** A message to send; `always`: also to someone who opted out. */
export type Claim = { messageId: number; always?: true };

/**
 * Readies messages to leave and hands over those that do. Scheduled ones are worded now; what was missed is held, and who
 * cannot be texted any more gets nothing. One that left but was not yet reported is handed over again when asked to.
 * An opt-out waits until what left before it is on its way, so that nothing leaves once it is committed.
 */
export const sendTexts = (scope: Backstage, carrier: Carrier, claims: Claim[]): Promise<void> =>
  scope.db.transaction(async (db) => {
    const tx = { ...scope, db };
    await holdOptOuts(db, await organizationsOf(db, claims));
    const rows = await lockOutgoing(db, claims);
    const obstacles = await obstaclesOf(
      db,
      rows.map(({ message }) => message.contactId),
    );
    const always = new Set(claims.filter((claim) => claim.always).map(({ messageId }) => messageId));
    const departures: Handover[] = [];
    for (const row of rows) {
      const obstacle = always.has(row.message.id) ? undefined : obstacles.get(row.message.contactId);
      const content = await ready(tx, row, obstacle);
      if (content !== null) departures.push(departureOf(row, content, scope.origin));
    }
    await carrier.handOver(departures, db);
  });

const idsOf = (claims: Claim[]) => claims.map(({ messageId }) => messageId);

async function organizationsOf(db: Db, claims: Claim[]): Promise<number[]> {
  const rows = await db
    .selectDistinct({ id: accounts.organizationId })
    .from(messages)
    .innerJoin(accounts, eq(accounts.id, messages.accountId))
    .where(among(messages.id, idsOf(claims)));
  return rows.map(({ id }) => id);
}

function lockOutgoing(db: Db, claims: Claim[]) {
  const { id, accountId, contactId, status, content, broadcastId, deliverAt, imageToken } = messages;
  const { phone, firstName, lastName, businessName } = contacts;
  return db
    .select({
      message: { id, accountId, contactId, status, content, broadcastId, deliverAt, imageToken },
      contact: { phone, firstName, lastName, businessName },
      account: { phone: accounts.phone },
    })
    .from(messages)
    .innerJoin(contacts, eq(contacts.id, messages.contactId))
    .innerJoin(accounts, eq(accounts.id, messages.accountId))
    .where(and(among(messages.id, idsOf(claims)), inArray(messages.status, ['created', 'scheduled'])))
    .orderBy(messages.id)
    .for('update', { of: messages });
}

type Outgoing = Awaited<ReturnType<typeof lockOutgoing>>[number];

/** The words a message leaves with; null when it stays. */
async function ready(tx: Backstage, { message, contact }: Outgoing, obstacle: Obstacle | undefined) {
  const scheduled = message.status === 'scheduled';
  if (scheduled && isMissed(message.deliverAt)) {
    await settle(tx, message.id, { status: 'held', failure: 'Its time passed while the server was down' });
    return null;
  }
  if (obstacle) {
    await settle(tx, message.id, { status: 'failed', failure: `The receiver ${obstacle}` });
    return null;
  }
  if (!scheduled) return message.content;
  const content = worded(message.content, contact, await activeSignature(tx.db, message.accountId));
  const at = new Date();
  await tx.db.update(messages).set({ status: 'created', content, at }).where(eq(messages.id, message.id));
  await becomeLast(tx.db, message, { id: message.id, at });
  await announce(tx, [message.id], 'message');
  return content;
}

async function settle(tx: Backstage, id: number, outcome: { status: 'held' | 'failed'; failure: string }) {
  await tx.db.update(messages).set(outcome).where(eq(messages.id, id));
  await announce(tx, [id], 'change');
}

/** Queues what was due while no job was left to remember it, so that it is held for a person to decide. */
export async function queueOverdue({ db, enqueue }: Backstage): Promise<void> {
  const overdue = await db
    .select({ messageId: messages.id })
    .from(messages)
    .where(and(eq(messages.status, 'scheduled'), lt(messages.deliverAt, missedBefore())));
  await enqueue(
    db,
    overdue.map(({ messageId }) => ({ queue: 'messages.send', messageId })),
  );
}

const departureOf = ({ message, contact, account }: Outgoing, content: string, origin: string): Handover => ({
  idempotencyId: idempotencyIdOf(message.id),
  broadcastId: message.broadcastId,
  from: account.phone,
  to: `+${contact.phone}`,
  content,
  mediaUrls: message.imageToken ? [mediaUrl(origin, message.imageToken)] : [],
});

/** What became of messages, by how the phone network knows them. One that was settled already stays as it is. */
export async function settleSent(scope: Backstage, reports: Report[]): Promise<void> {
  const byReason = Map.groupBy(reports, ({ outcome, reason }) => JSON.stringify({ status: outcome, failure: reason }));
  const messagesOf = (some: Report[]) =>
    some.map(({ idempotencyId }) => Number(idempotencyId.replace('message-', ''))).filter(Number.isSafeInteger);
  await scope.db.transaction(async (db) => {
    // A report may come before its message's departure is committed: it waits for that and sees it then.
    const reported = among(messages.id, messagesOf(reports));
    await db.select({ id: messages.id }).from(messages).where(reported).orderBy(messages.id).for('no key update');
    for (const [, same] of byReason) {
      const settled = await db
        .update(messages)
        .set({ status: same[0]!.outcome, failure: same[0]!.reason })
        .where(and(among(messages.id, messagesOf(same)), eq(messages.status, 'created')))
        .returning({ id: messages.id });
      await announce(
        { ...scope, db },
        settled.map(({ id }) => id),
        'change',
      );
    }
  });
}
