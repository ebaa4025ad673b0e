import { and, eq, type SQL, sql } from 'drizzle-orm';
import type { Page } from '#contract/common.ts';
import type { Contact } from '#contract/contacts.ts';
import type { Db } from '#server/db/database.ts';
import { contacts } from '#server/db/schema/contacts.ts';
import { newestFirst, pageIds, pageWith, toContact } from './contactRows.ts';
import type { Slice } from './paging.ts';
import type { Scope } from './scope.ts';
import { keptTotal, totalFrom, totalOf, versionOf } from './totals.ts';

/** Where, in one state of a list, a page far down begins. */
type Bookmark = { offset: number; createdAt: Date; id: number };
/** By `offset / step`. */
type Bookmarks = { version: string; places: Map<number, Bookmark> };

const step = 500;
const placesAtMost = 2_000;
const accountsAtMost = 100;

const kept = new WeakMap<Db, Map<number, Bookmarks>>();

/**
 * One page of all contacts, newest first, and how many there are, in one statement. Where pages far down begin is
 * remembered, so that the next read need not pass everything above. A bookmark counts while nobody was added or deleted,
 * in whichever process: the statement that uses it sees to that itself.
 */
export async function newestContacts(scope: Scope, { limit, offset }: Slice): Promise<Page<Contact>> {
  const all = eq(contacts.accountId, scope.accountId);
  const isDeep = offset >= step;
  const version = isDeep ? versionOf(scope, 'contacts') : sql<string>`''`;
  const total = keptTotal(scope, 'contacts');
  const read = (where: SQL | undefined, skipped: number) => {
    const ids = pageIds(scope, where, newestFirst, { limit, offset: offset - skipped });
    return pageWith(scope, ids, newestFirst, { total, version });
  };
  const mark = nearest(scope, offset);
  let rows = mark ? await read(and(all, isFrom(mark), eq(version, mark.version)), mark.offset) : [];
  if (rows.length === 0) rows = await read(all, 0);
  const [first] = rows;
  if (!first) return { items: [], total: await totalOf(scope, 'contacts') };
  if (isDeep) keep(scope, first.version, { ...first, offset });
  return { items: rows.map(toContact), total: await totalFrom(scope, 'contacts', first.total) };
}

const isFrom = ({ createdAt, id }: Bookmark) =>
  sql`(${contacts.createdAt}, ${contacts.id}) <= (${createdAt.toISOString()}::timestamptz, ${id}::bigint)`;

/** The last bookmark at or above `offset`. */
function nearest({ db, accountId }: Scope, offset: number) {
  const marks = kept.get(db)?.get(accountId);
  for (let n = Math.floor(offset / step); marks && n > 0; n -= 1) {
    const place = marks.places.get(n);
    if (place && place.offset <= offset) return { ...place, version: marks.version };
  }
  return undefined;
}

function keep({ db, accountId }: Scope, version: string, { offset, createdAt, id }: Bookmark) {
  const accounts = kept.get(db) ?? new Map<number, Bookmarks>();
  kept.set(db, accounts);
  const before = accounts.get(accountId);
  const marks = before?.version === version ? before : { version, places: new Map<number, Bookmark>() };
  const n = Math.floor(offset / step);
  if (marks.places.size >= placesAtMost) marks.places.clear();
  if (offset < (marks.places.get(n)?.offset ?? Infinity)) marks.places.set(n, { offset, createdAt, id });
  // Whoever was read last goes last.
  accounts.delete(accountId);
  accounts.set(accountId, marks);
  if (accounts.size > accountsAtMost) accounts.delete(accounts.keys().next().value ?? 0);
}
