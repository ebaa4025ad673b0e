import { type SQL, sql } from 'drizzle-orm';
import { setTimeout as pause } from 'node:timers/promises';
import type { Database } from '../../src/server/db/database.ts';

/** A broadcast as it is asked for. */
export type Asked = { sender: number; group: number; message_body: string };

type Rows<Row> = { rows: Row[] };

/** Puts everybody of the account into one group; answers a broadcast to it. */
export async function toEverybody({ db }: Database, account: { id: number; userId: number }): Promise<Asked> {
  const made = await db.execute(sql`
    insert into groups (account_id, name, size)
    select ${account.id}, 'Everybody', count(*) from contacts where account_id = ${account.id} returning id::int`);
  const [group] = (made as unknown as Rows<{ id: number }>).rows;
  await db.execute(sql`
    insert into group_members (group_id, contact_id)
    select ${group!.id}::bigint, id from contacts where account_id = ${account.id}`);
  await db.execute(sql`vacuum analyze`);
  return {
    sender: account.userId,
    group: group!.id,
    message_body: 'Hi {{contact.first_name}}, are you free on Monday?',
  };
}

/** Waits until so many texts were handed over to the simulated phone network. */
export async function handedOver({ db }: Database, count: number): Promise<void> {
  const one = async (value: SQL) => {
    const made = await db.execute(sql`select ${value}::int as n from carrier_messages`);
    return (made as unknown as Rows<{ n: number | null }>).rows[0]?.n ?? 0;
  };
  // Counting them takes a while itself, so it waits until there may be enough.
  while ((await one(sql`max(id)`)) < count || (await one(sql`count(*)`)) < count) await pause(100);
}
