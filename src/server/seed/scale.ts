import { sql } from 'drizzle-orm';
import type { Db } from '#server/db/database.ts';

/** How large an account is made, and at most how many rows a statement inserts. */
type Scale = { accountId: number; organizationId: number; userId: number; contacts: number; messages: number };
const rowsAtOnce = 50_000;

/** Starts of `size` rows each, up to `count`. */
const pieces = (count: number) => Array.from({ length: Math.ceil(count / rowsAtOnce) }, (_, n) => n * rowsAtOnce);

/** A made-up word for a number: some are common, most are rare. */
const word = (n: string) => sql.raw(`substr(md5((${n})::text), 1, 6)`);

/**
 * Fills an account with many people, what they said, groups, opt-outs and broadcasts, by statements that make their rows
 * themselves: a measure of size, where `seedDemo` is a picture of life.
 */
export async function seedScale(db: Db, { accountId, organizationId, userId, contacts, messages }: Scale) {
  for (const start of pieces(contacts)) {
    await db.execute(sql`
      insert into contacts (account_id, phone, country, line_type, first_name, last_name, business_name, flagged, notes, created_at)
      select ${accountId}, (13030000000 + n)::text, 'US', case when n % 50 = 0 then 'landline' end,
        ${word('n % 3000')}, ${word('n * 7919 % 20000')}, case when n % 10 = 0 then ${word('n % 500')} end,
        n % 100 = 0, case when n % 40 = 0 then 'Notes ' || n end, now() - n * interval '1 minute'
      from generate_series(${start + 1}::bigint, ${Math.min(start + rowsAtOnce, contacts)}::bigint) n`);
  }
  const first = sql`(select min(id) from contacts where account_id = ${accountId})`;
  for (const start of pieces(messages)) {
    await db.execute(sql`
      insert into messages (account_id, contact_id, user_id, inbound, content, status, read, at, created_at, deliver_at)
      select ${accountId}, ${first} + n * 7919 % ${contacts}, case when n % 2 = 0 then ${userId}::bigint end, n % 2 = 1,
        ${word('n % 40')} || ' ' || ${word('n % 4001')} || ' ' || ${word('n')} || ' ' || ${word('n * 31 % 90001')},
        case when n % 5000 = 0 then 'scheduled' when n % 2 = 1 then 'received' else 'delivered' end,
        n % 200 <> 1, now() - n * interval '3 seconds', now() - n * interval '3 seconds',
        case when n % 5000 = 0 then now() + n * interval '1 second' end
      from generate_series(${start + 1}::bigint, ${Math.min(start + rowsAtOnce, messages)}::bigint) n`);
  }
  await db.execute(sql`
    insert into conversations (contact_id, account_id, last_message_id, last_message_at)
    select distinct on (contact_id) contact_id, account_id, id, at from messages
    where account_id = ${accountId} and status not in ('scheduled', 'held') order by contact_id, at desc, id desc`);
  await db.execute(sql`
    insert into groups (account_id, name, size)
    select ${accountId}, 'Group ' || n, ${Math.floor(contacts / 100)} from generate_series(1, 200) n`);
  await db.execute(sql`
    insert into group_members (group_id, contact_id)
    select groups.id, contacts.id from groups join contacts on contacts.account_id = groups.account_id
      and contacts.id % 200 in (groups.id % 200, (groups.id + 1) % 200)
    where groups.account_id = ${accountId}`);
  await db.execute(sql`
    insert into opt_outs (organization_id, phone)
    select ${organizationId}, (13030000000 + n * 30)::text from generate_series(1, ${Math.floor(contacts / 30)}) n`);
  await db.execute(sql`
    insert into broadcasts (account_id, user_id, group_id, group_name, message_body, status, at, created_at)
    select ${accountId}, ${userId}, (select min(id) from groups where account_id = ${accountId}) + n % 200, 'Group', 'Hi',
      'sent', now() - n * interval '1 hour', now() - n * interval '1 hour'
    from generate_series(1, 5000) n`);
  for (const table of [
    'contacts',
    'messages',
    'groups',
    'conversations',
    'group_members',
    'opt_outs',
    'broadcasts',
    'totals',
  ]) {
    await db.execute(sql.raw(`vacuum analyze ${table}`));
  }
}

/** Every list, search and inbox query of the API with something big behind it. */
export const bigReads = (ids: { contact: number; group: number }): string[] => [
  '/contacts',
  '/contacts?page=200',
  '/contacts?order_by_name_then_phone=true',
  '/contacts?order_by_name_then_phone=true&page=200',
  '/contacts?scope=flagged',
  '/contacts?scope=with_notes',
  '/contacts?scope=landlines',
  '/contacts?scope=textable',
  '/contacts?scope=textable&order_by_name_then_phone=true',
  '/contacts?q=c4ca42',
  '/contacts?q=3030001234',
  '/contacts?q=(303)%20000-12&order_by_name_then_phone=true',
  `/contacts/${ids.contact}`,
  '/messages',
  '/messages?page=200',
  '/messages?q=c4ca42',
  '/messages?q=%C3%A9cole',
  '/messages?scope=unread',
  '/messages?scope=scheduled',
  '/messages?scope=flagged',
  '/messages?scope=with_notes',
  '/messages?last_message_to_each_contact=true',
  '/messages?last_message_to_each_contact=true&page=200',
  '/messages?last_message_to_each_contact=true&scope=unread',
  '/messages?last_message_to_each_contact=true&scope=flagged',
  '/messages?last_message_to_each_contact=true&scope=with_notes',
  '/messages?last_message_to_each_contact=true&scope=scheduled',
  '/messages?last_message_to_each_contact=true&q=c4ca42',
  `/messages/${ids.contact}`,
  '/groups?order_by=size desc',
  `/groups/${ids.group}/contacts`,
  `/groups/${ids.group}/contacts?order_by=name`,
  `/groups/${ids.group}/broadcasts`,
  '/broadcasts',
  '/broadcasts?last_broadcast_to_each_group=true',
  '/broadcasts?date=2026-01-01',
  '/opt_outs',
  '/opt_outs?q=0001230',
];
