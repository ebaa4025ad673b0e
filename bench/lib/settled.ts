import { type SQL, sql } from 'drizzle-orm';
import { setTimeout as pause } from 'node:timers/promises';
import type { Database } from '../../src/server/db/database.ts';

/** The one number that a database answers. */
export async function numberOf({ db }: Database, value: SQL): Promise<number> {
  const { rows } = (await db.execute(sql`select (${value})::int as n`)) as unknown as { rows: { n: number }[] };
  return rows[0]?.n ?? 0;
}

/** Waits until every text was handed over and reported, and nothing is left to tell of it. */
export async function settled(database: Database) {
  const left = sql`
    (select count(*) from (select from carrier_messages where not reported limit 1) one)
    + (select count(*) from (select from pgboss.job where state < 'completed' and name <> 'web-hooks.prune' limit 1) one)`;
  while ((await numberOf(database, left)) > 0) await pause(100);
}

/** Waits until the newest broadcast became texts and the last of them was handed over. */
export async function allSent(database: Database) {
  const left = sql`
    (select count(*) from broadcasts where id = (select max(id) from broadcasts) and status is distinct from 'sent')
    + (select count(*) from (select from pgboss.job where state < 'completed' and name like 'broadcasts.%' limit 1) one)`;
  while ((await numberOf(database, left)) > 0) await pause(20);
}
