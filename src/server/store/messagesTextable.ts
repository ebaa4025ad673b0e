import { and, eq, exists, type SQL, sql } from 'drizzle-orm';
import type { Db } from '#server/db/database.ts';
import { blockedNumbers, optOuts } from '#server/db/schema/compliance.ts';
import { contacts } from '#server/db/schema/contacts.ts';
import { accounts } from '#server/db/schema/tenants.ts';
import { among } from './among.ts';

/** Why nobody may text a person, as a sentence goes on: "Receiver has opted out". */
export type Obstacle = 'has opted out' | 'is blocked' | 'is a landline';

/** What stands in a contact's way, null where nothing does, for a query of `contacts` with their `accounts`. */
export function obstacle(db: Db): SQL<Obstacle | null> {
  const optedOut = db
    .select({ one: sql`1` })
    .from(optOuts)
    .where(
      and(
        eq(optOuts.organizationId, accounts.organizationId),
        eq(optOuts.phone, contacts.phone),
        eq(optOuts.optIn, false),
      ),
    );
  const blocked = db
    .select({ one: sql`1` })
    .from(blockedNumbers)
    .where(and(eq(blockedNumbers.organizationId, accounts.organizationId), eq(blockedNumbers.phone, contacts.phone)));
  return sql`case
    when ${exists(optedOut)} then 'has opted out'
    when ${exists(blocked)} then 'is blocked'
    when ${contacts.lineType} = 'landline' then 'is a landline'
  end`;
}

/** What stands in the way of texting these contacts, by id; those who can be texted are missing. */
export async function obstaclesOf(db: Db, contactIds: number[]): Promise<Map<number, Obstacle>> {
  if (contactIds.length === 0) return new Map();
  const rows = await db
    .select({ id: contacts.id, obstacle: obstacle(db) })
    .from(contacts)
    .innerJoin(accounts, eq(accounts.id, contacts.accountId))
    .where(among(contacts.id, contactIds));
  return new Map(rows.flatMap(({ id, obstacle }) => (obstacle ? [[id, obstacle]] : [])));
}

const lockOf = (organizationId: number) => sql`5550102, ${organizationId % 2 ** 31}::int`;

/** Keeps everybody in these organisations from opting out, or being blocked, until the transaction ends. */
export async function holdOptOuts(db: Db, organizationIds: number[]): Promise<void> {
  for (const id of organizationIds.toSorted((a, b) => a - b)) {
    await db.execute(sql`select pg_advisory_xact_lock_shared(${lockOf(id)})`);
  }
}

/**
 * Waits until texts that are leaving have left; none leaves before the transaction ends. Comes first in every transaction
 * that opts somebody out or blocks a number: what it holds by then, a leaving text may be waiting for.
 */
export async function stopDepartures(db: Db, organizationId: number): Promise<void> {
  await db.execute(sql`select pg_advisory_xact_lock(${lockOf(organizationId)})`);
}
