import { and, count, eq, type SQL, sql, sum } from 'drizzle-orm';
import type { Db } from '#server/db/database.ts';
import { totals } from '#server/db/schema/tenants.ts';
import type { Scope } from './scope.ts';

type What = (typeof totals.$inferSelect)['what'];

/** More rows than this are folded into one. */
const rowsAtMost = 500;

/** How many contacts, messages or conversations the account has, without counting them. */
export async function totalOf({ db, accountId }: Scope, what: What): Promise<number> {
  const ofAccount = and(eq(totals.accountId, accountId), eq(totals.what, what));
  const [row] = await db
    .select({ rows: count(), total: sql<number>`coalesce(${sum(totals.n)}, 0)::int` })
    .from(totals)
    .where(ofAccount);
  return row ? totalFrom({ db, accountId }, what, [row.rows, row.total]) : 0;
}

/** The same for a statement that reads something else: in how many rows it is kept, and their sum, for `totalFrom`. */
export const keptTotal = ({ accountId }: Scope, what: What) => sql<[rows: number, total: number]>`(
  select array[count(*), coalesce(sum(${totals.n}), 0)]::int[] from ${totals}
  where ${totals.accountId} = ${accountId} and ${totals.what} = ${what})`;

/** The total of what `keptTotal` read; puts it into one row where it was in too many. */
export async function totalFrom(
  { db, accountId }: Pick<Scope, 'db' | 'accountId'>,
  what: What,
  [rows, total]: [number, number],
): Promise<number> {
  if (rows > rowsAtMost) await fold(db, accountId, what);
  return total;
}

/**
 * Names the state of what is counted, for use within a statement: another one each time some are added or deleted,
 * by whomever, as each such statement adds a row and folding them makes a new one.
 */
export const versionOf = ({ accountId }: Scope, what: What): SQL<string> => sql`(
  select md5(coalesce(string_agg(${totals.id}::text, ',' order by ${totals.id}), '')) from ${totals}
  where ${totals.accountId} = ${accountId} and ${totals.what} = ${what})`;

/** Puts one row in place of many; the sum is the same to everyone at every moment. Two at once take different rows. */
const fold = (db: Db, accountId: number, what: What) =>
  db.execute(sql`
    with folded as (
      delete from totals where id in (
        select id from totals where account_id = ${accountId} and what = ${what} for update skip locked
      ) returning n
    )
    insert into totals (account_id, what, n) select ${accountId}, ${what}, coalesce(sum(n), 0) from folded`);
