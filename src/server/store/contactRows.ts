import { and, asc, desc, eq, isNull, like, ne, notExists, or, type SQL, sql } from 'drizzle-orm';
import { union } from 'drizzle-orm/pg-core';
import type { Contact, ContactScope } from '#contract/contacts.ts';
import { blockedNumbers, optOuts } from '#server/db/schema/compliance.ts';
import { contacts } from '#server/db/schema/contacts.ts';
import { anywhere, type Slice, timestamp } from './paging.ts';
import { phoneDigitsIn } from './phone.ts';
import type { Scope } from './scope.ts';

const columns = {
  id: contacts.id,
  accountId: contacts.accountId,
  phone: contacts.phone,
  country: contacts.country,
  lineType: contacts.lineType,
  firstName: contacts.firstName,
  lastName: contacts.lastName,
  businessName: contacts.businessName,
  flagged: contacts.flagged,
  notes: contacts.notes,
  tags: contacts.tags,
  optOutId: optOuts.id,
  createdAt: contacts.createdAt,
  updatedAt: contacts.updatedAt,
};

type Row = Pick<typeof contacts.$inferSelect, Exclude<keyof typeof columns, 'optOutId'>> & { optOutId: number | null };

export const toContact = (row: Row): Contact => ({
  business_name: row.businessName,
  account_id: row.accountId,
  flagged: row.flagged,
  notes: row.notes,
  phone: row.phone,
  country: row.country,
  line_type: row.lineType,
  id: row.id,
  created_at: timestamp(row.createdAt),
  updated_at: timestamp(row.updatedAt),
  first_name: row.firstName,
  last_name: row.lastName,
  opted_out: row.optOutId !== null,
  tags: row.tags,
});

const optedOut = (scope: Scope) =>
  and(eq(optOuts.organizationId, scope.organizationId), eq(optOuts.phone, contacts.phone), eq(optOuts.optIn, false));

/** The contacts that `where` finds; `lock` holds them until the transaction ends. */
export async function findContacts(scope: Scope, where: SQL | undefined, lock?: 'lock'): Promise<Contact[]> {
  const query = scope.db
    .select(columns)
    .from(contacts)
    .leftJoin(optOuts, optedOut(scope))
    .where(and(eq(contacts.accountId, scope.accountId), where));
  const rows = await (lock ? query.for('update', { of: contacts }) : query);
  return rows.map(toContact);
}

/** One page of contacts in `order`. `ids` selects that page's ids alone, so that what it skips is never read whole. */
export const contactPage = async (scope: Scope, ids: SQL, order: SQL[]): Promise<Contact[]> =>
  (await pageWith(scope, ids, order, {})).map(toContact);

/** As `contactPage`, as rows that tell `more` besides. */
export const pageWith = <More extends Record<string, SQL>>(scope: Scope, ids: SQL, order: SQL[], more: More) =>
  scope.db
    .select({ ...columns, ...more })
    .from(contacts)
    .leftJoin(optOuts, optedOut(scope))
    .where(sql`${contacts.id} in (${ids})`)
    .orderBy(...order);

/** The ids of the page, for `contactPage`. */
export const pageIds = ({ db }: Scope, where: SQL | undefined, order: SQL[], { limit, offset }: Slice): SQL =>
  db
    .select({ id: contacts.id })
    .from(contacts)
    .where(where)
    .orderBy(...order)
    .limit(limit)
    .offset(offset)
    .getSQL();

/** One page of what `where` finds and how many there are, found once: for searches, where finding is what takes long. */
export async function searchedPage(scope: Scope, where: SQL | undefined, order: SQL[], slice: Slice) {
  const page = scope.db
    .select({ id: contacts.id, total: sql<number>`count(*) over ()::int`.as('total') })
    .from(contacts)
    .where(where)
    .orderBy(...order)
    .limit(slice.limit)
    .offset(slice.offset)
    .as('page');
  const rows = await scope.db
    .select({ ...columns, total: page.total })
    .from(page)
    .innerJoin(contacts, eq(contacts.id, page.id))
    .leftJoin(optOuts, optedOut(scope))
    .orderBy(...order);
  // Beyond the last page nothing tells how many came before.
  const total = rows[0]?.total ?? (slice.offset > 0 ? await scope.db.$count(contacts, where) : 0);
  return { items: rows.map(toContact), total };
}

/** Newest first; the id breaks ties, so pages never overlap. */
export const newestFirst = [desc(contacts.createdAt), desc(contacts.id)];

/** By last name, first name, then phone, in any case; people without a name come last. */
export const byNameThenPhone = [
  asc(contacts.lastNameKey),
  asc(contacts.firstNameKey),
  asc(contacts.phone),
  asc(contacts.id),
];

/** Contacts in whose names, business or phone every word of `q` occurs, or whose phone has its digits in a row. */
export function matching(q: string): SQL | undefined {
  const words = q.split(/\s+/).filter(Boolean);
  const everyWord = and(...words.map((word) => like(contacts.search, sql`lower(${anywhere(word)})`)));
  const digits = phoneDigitsIn(q);
  return digits === null ? everyWord : or(everyWord, like(contacts.search, anywhere(digits)));
}

/** Contacts of one of the lists that the reference names. */
export function inScope(scope: Scope, word: ContactScope): SQL | undefined {
  switch (word) {
    case 'landlines':
      return eq(contacts.lineType, 'landline');
    case 'flagged':
      return eq(contacts.flagged, true);
    case 'with_notes':
      return ne(contacts.notes, '');
    case 'textable':
      return textable(scope);
  }
}

/** How many contacts cannot be texted, found from what stands in their way: those who can are many more. */
export function countUntextable({ db, accountId, organizationId }: Scope): PromiseLike<number> {
  const ids = () => db.select({ id: contacts.id }).from(contacts).$dynamic();
  const ofAccount = eq(contacts.accountId, accountId);
  const optedOut = and(eq(optOuts.organizationId, organizationId), eq(optOuts.optIn, false));
  const blocked = eq(blockedNumbers.organizationId, organizationId);
  const untextable = union(
    ids().where(and(ofAccount, eq(contacts.lineType, 'landline'))),
    ids().innerJoin(optOuts, eq(optOuts.phone, contacts.phone)).where(and(ofAccount, optedOut)),
    ids().innerJoin(blockedNumbers, eq(blockedNumbers.phone, contacts.phone)).where(and(ofAccount, blocked)),
  );
  return db.$count(untextable.as('untextable'));
}

/** Contacts that may be texted: not a landline, not opted out and not blocked. */
function textable(scope: Scope): SQL | undefined {
  const one = { one: sql`1` };
  const blocked = and(
    eq(blockedNumbers.organizationId, scope.organizationId),
    eq(blockedNumbers.phone, contacts.phone),
  );
  return and(
    or(isNull(contacts.lineType), ne(contacts.lineType, 'landline')),
    notExists(scope.db.select(one).from(optOuts).where(optedOut(scope))),
    notExists(scope.db.select(one).from(blockedNumbers).where(blocked)),
  );
}
