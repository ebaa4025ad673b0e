import { sql } from 'drizzle-orm';
import type { Db } from '#server/db/database.ts';
import { blockedNumbers, optOuts } from '#server/db/schema/compliance.ts';
import { contacts, groupMembers, groups, tags } from '#server/db/schema/contacts.ts';
import { images, messages } from '#server/db/schema/messages.ts';
import type { Person } from './people.ts';
import { pictureOfCard } from './picture.ts';
import type { Text } from './threads.ts';
import type { Workdays } from './workdays.ts';

/** Whose demo data it is. */
export type Demo = { db: Db; organizationId: number; accountId: number; userIds: readonly number[]; days: Workdays };

/** How many rows one statement inserts: PGlite blocks the process for as long as a statement runs. */
const batch = 500;

/** `rows` in pieces that one statement can insert. */
export const batches = <Row>(rows: readonly Row[]): Row[][] =>
  Array.from({ length: Math.ceil(rows.length / batch) }, (_, n) => rows.slice(n * batch, (n + 1) * batch));

/** How often each of `values` occurs. */
function tally(values: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

/** Stores the people in the order they became known, with their tags, and tells their ids. */
export async function storePeople(
  { db, accountId, days }: Demo,
  people: readonly Person[],
): Promise<Map<Person, number>> {
  const ids = new Map<Person, number>();
  for (const some of batches(people.toSorted((a, b) => b.known - a.known))) {
    const rows = some.map((person) => {
      const createdAt = days.ago(person.known);
      const { firstName, lastName, businessName, phone, lineType, notes, flagged } = person;
      const shown = { firstName, lastName, businessName, phone, lineType, notes, flagged, tags: person.tags };
      return { ...shown, accountId, country: 'US', createdAt, updatedAt: createdAt };
    });
    const made = await db.insert(contacts).values(rows).returning({ id: contacts.id, phone: contacts.phone });
    const byPhone = new Map(made.map(({ id, phone }) => [phone, id]));
    for (const person of some) ids.set(person, byPhone.get(person.phone) ?? 0);
  }
  const uses = [...tally(people.flatMap((person) => person.tags))].map(([name, count]) => ({
    name,
    uses: count,
    accountId,
  }));
  if (uses.length > 0) await db.insert(tags).values(uses);
  return ids;
}

/** The group that an integration keeps, so that people can see what a locked one is. */
const keptElsewhere = 'Client contacts';

/** Stores the groups that `people` are in and tells their ids by name. */
export async function storeGroups(
  { db, accountId, days }: Demo,
  ids: Map<Person, number>,
): Promise<Map<string, number>> {
  const people = [...ids.keys()];
  const sizes = [...tally(people.flatMap((person) => person.groups))];
  if (sizes.length === 0) return new Map();
  const createdAt = days.ago(60_000);
  const made = await db
    .insert(groups)
    .values(
      sizes.map(([name, size]) => ({
        accountId,
        name,
        size,
        locked: name === keptElsewhere,
        createdAt,
        updatedAt: createdAt,
      })),
    )
    .returning({ id: groups.id, name: groups.name });
  const groupIds = new Map(made.map(({ id, name }) => [name, id]));
  const members = people.flatMap((person) =>
    person.groups.map((name) => ({
      groupId: groupIds.get(name) ?? 0,
      contactId: ids.get(person) ?? 0,
      createdAt: days.ago(Math.min(person.known, 60_000)),
    })),
  );
  for (const rows of batches(members)) await db.insert(groupMembers).values(rows);
  return groupIds;
}

/** Stores the texts oldest first, each person's newest on the person, and tells their ids in the order given. */
export async function storeTexts(
  demo: Demo,
  texts: readonly Text[],
  ids: Map<Person, number>,
  broadcastIds: readonly number[],
): Promise<Map<Text, number>> {
  const { db, accountId, userIds } = demo;
  const imageToken = await storePicture(demo, texts);
  const textIds = new Map<Text, number>();
  for (const some of batches(texts.toSorted((a, b) => a.at.getTime() - b.at.getTime()))) {
    const rows = some.map((text) => ({
      accountId,
      contactId: ids.get(text.person) ?? 0,
      userId: text.inbound ? null : (userIds[text.auto ? 0 : text.person.recruiter] ?? null),
      inbound: text.inbound,
      content: text.content,
      status: text.status,
      failure: text.failure,
      read: text.read,
      fromAutoresponse: text.auto || null,
      broadcastId: text.broadcast === null ? null : (broadcastIds[text.broadcast] ?? null),
      deliverAt: text.deliverAt,
      at: text.at,
      imageToken: text.image ? imageToken : null,
      createdAt: text.at,
      updatedAt: text.at,
    }));
    const made = await db.insert(messages).values(rows).returning({ id: messages.id });
    // One INSERT … VALUES answers its rows in the order they were given.
    some.forEach((text, place) => textIds.set(text, made[place]?.id ?? 0));
  }
  await db.execute(newestOfEach(accountId));
  return textIds;
}

/** The demo's picture is no secret, so its address may be one that everyone can know. */
async function storePicture({ db, accountId }: Demo, texts: readonly Text[]): Promise<string | null> {
  if (!texts.some(({ image }) => image)) return null;
  const token = `demo-card-${'0'.repeat(22)}`;
  await db.insert(images).values({ token, accountId, type: 'image/png', bytes: pictureOfCard() });
  return token;
}

const newestOfEach = (accountId: number) => sql`
  insert into conversations (contact_id, account_id, last_message_id, last_message_at)
  select distinct on (contact_id) contact_id, account_id, id, at from messages
  where account_id = ${accountId} order by contact_id, at desc, id desc`;

/** Stores who may not be texted: those who left, and numbers of nobody known. */
export async function storeRefusals({ db, organizationId, days }: Demo, people: readonly Person[]) {
  const since = (ago: number) => ({ organizationId, createdAt: days.ago(ago), updatedAt: days.ago(ago) });
  const gone = people.filter(({ leaves }) => leaves === 'opted_out');
  await db
    .insert(optOuts)
    .values([
      ...gone.map(({ phone, ended }) => ({ phone, ...since(ended) })),
      { phone: '13035550897', ...since(9_000) },
      { phone: '17205550898', optIn: true, ...since(14_000) },
    ]);
  const blocked = people.filter(({ leaves }) => leaves === 'blocked');
  await db
    .insert(blockedNumbers)
    .values([
      ...blocked.map(({ phone, known }) => ({ phone, ...since(known / 2) })),
      { phone: '18885550899', ...since(11_000) },
    ]);
}
