import { sql } from 'drizzle-orm';
import type { Db } from '#server/db/database.ts';
import { broadcastRecipients, broadcasts } from '#server/db/schema/broadcasts.ts';
import { users } from '#server/db/schema/tenants.ts';
import { autoReplies, messageSignatures, messageTemplates } from '#server/db/schema/wording.ts';
import { createDemoAccount, isEmpty } from '#server/store/demo.ts';
import type { Enqueue, Job } from '#server/store/scope.ts';
import { type SentBroadcast, sendBroadcasts } from './broadcasts.ts';
import { makePeople, type Person } from './people.ts';
import { Random } from './random.ts';
import { batches, type Demo, storeGroups, storePeople, storeRefusals, storeTexts } from './store.ts';
import { conversation, type Text } from './threads.ts';
import { colleagues, plannedBroadcast, signatures, templates, autoReplies as replies } from './words/wording.ts';
import { workdaysOf } from './workdays.ts';

/** Where the demo's firm is. */
const zone = 'America/Denver';

type Wishes = {
  /** How many people the firm knows; 0 makes the account alone, with nothing in it. */
  contacts: number;
  /** What the data are relative to. The same instant gives the same data. */
  now: Date;
  /** Queues what is scheduled; the queues must exist. */
  enqueue: Enqueue;
};

/**
 * Fills an empty database with a recruiting firm's last weeks, in one transaction: a start that is cut off leaves
 * nothing, and the next one begins anew. Does nothing when somebody uses the database already.
 */
export async function seedDemo(db: Db, { contacts, now, enqueue }: Wishes): Promise<void> {
  await db.transaction(async (tx) => {
    // Of several processes that start at once on one database, one fills it.
    await tx.execute(sql`select pg_advisory_xact_lock(5550101)`);
    if (!(await isEmpty(tx))) return;
    const { organization, account, user } = await createDemoAccount(tx);
    if (contacts === 0) return;
    const tenant = { db: tx, organizationId: organization.id, accountId: account.id };
    const demo = {
      ...tenant,
      userIds: [user.id, ...(await storeColleagues(tx, account.id))],
      days: workdaysOf(zone, now),
    };
    await storeWording(demo);
    await enqueue(tx, await storeLife(demo, contacts, user.firstName ?? ''));
    // So much at once is planned for at once, too.
    await tx.execute(sql`analyze`);
  });
}

async function storeColleagues(db: Db, accountId: number): Promise<number[]> {
  const rows = colleagues.map((person) => ({
    ...person,
    accountId,
    email: `${person.firstName.toLowerCase()}@switchboard.test`,
  }));
  const made = await db.insert(users).values(rows).returning({ id: users.id });
  return made.map(({ id }) => id);
}

async function storeWording({ db, accountId, organizationId, days }: Demo) {
  const since = (place: number) => ({ createdAt: days.ago(20_000 - place), updatedAt: days.ago(20_000 - place) });
  await db
    .insert(messageTemplates)
    .values(templates.map((template, place) => ({ ...template, accountId, organizationId, ...since(place) })));
  await db
    .insert(messageSignatures)
    .values(signatures.map((content, place) => ({ content, accountId, ...since(place) })));
  await db.insert(autoReplies).values(replies.map((message, place) => ({ message, accountId, ...since(place) })));
}

/** Stores everybody and all that was and will be said; answers the work that is scheduled. */
async function storeLife(demo: Demo, count: number, firstRecruiter: string): Promise<Job[]> {
  const random = new Random(5_550_101);
  const active = colleagues.filter(({ archived }) => !archived).map(({ firstName }) => firstName);
  const people = makePeople(count, [firstRecruiter, ...active], random);
  const talks = people.flatMap((person) => conversation(person, demo.days, random));
  const sent = sendBroadcasts(people, demo.days, random);
  const texts = [...talks, ...sent.flatMap((broadcast) => [...broadcast.texts, ...broadcast.answers])];

  const ids = await storePeople(demo, people);
  const groupIds = await storeGroups(demo, ids);
  const broadcastIds = await storeSent(demo, sent, groupIds);
  const textIds = await storeTexts(demo, texts, ids, broadcastIds);
  await storeRecipients(demo, sent, broadcastIds, ids, textIds);
  await storeRefusals(demo, people);
  return [...scheduled(texts, textIds), ...(await planBroadcast(demo, groupIds))];
}

const scheduled = (texts: readonly Text[], ids: Map<Text, number>): Job[] =>
  texts.flatMap((text) => {
    const messageId = ids.get(text);
    return text.deliverAt && messageId ? [{ queue: 'messages.send', messageId, at: text.deliverAt } as const] : [];
  });

async function storeSent(
  { db, accountId, userIds }: Demo,
  sent: readonly SentBroadcast[],
  groupIds: Map<string, number>,
) {
  const rows = sent.map(({ group, body, at, texts }) => ({
    accountId,
    userId: userIds[0] ?? 0,
    groupId: groupIds.get(group) ?? null,
    groupName: group,
    messageBody: body,
    status: 'sent' as const,
    at,
    totalMessages: texts.length,
    createdAt: at,
    updatedAt: at,
  }));
  const made = await db.insert(broadcasts).values(rows).returning({ id: broadcasts.id });
  return made.map(({ id }) => id);
}

async function storeRecipients(
  { db }: Demo,
  sent: readonly SentBroadcast[],
  broadcastIds: readonly number[],
  ids: Map<Person, number>,
  textIds: Map<Text, number>,
) {
  const rows = sent.flatMap(({ texts, leftOut }, place) => {
    const broadcastId = broadcastIds[place] ?? 0;
    const contactId = (person: Person) => ids.get(person) ?? 0;
    return [
      ...texts.map((text) => {
        const messageId = textIds.get(text) ?? null;
        return { broadcastId, contactId: contactId(text.person), state: 'sent' as const, messageId };
      }),
      ...leftOut.map(({ person, reason }) => ({ broadcastId, contactId: contactId(person), state: reason })),
    ];
  });
  for (const some of batches(rows)) await db.insert(broadcastRecipients).values(some);
}

/** The broadcast that is still to go out. */
async function planBroadcast({ db, accountId, userIds, days }: Demo, groupIds: Map<string, number>): Promise<Job[]> {
  const groupId = groupIds.get(plannedBroadcast.group);
  if (!groupId) return [];
  const deliverAt = days.ahead(2, 9);
  const createdAt = days.ago(75);
  const [made] = await db
    .insert(broadcasts)
    .values({
      accountId,
      userId: userIds[0] ?? 0,
      groupId,
      groupName: plannedBroadcast.group,
      messageBody: plannedBroadcast.body,
      deliverAt,
      at: deliverAt,
      createdAt,
      updatedAt: createdAt,
    })
    .returning({ id: broadcasts.id });
  return made ? [{ queue: 'broadcasts.start', broadcastId: made.id, at: deliverAt }] : [];
}
