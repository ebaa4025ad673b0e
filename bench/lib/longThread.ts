import type { Page } from '@playwright/test';
import { sql } from 'drizzle-orm';
import { openPglite } from '#server/db/database.ts';
import { seedScale } from '#server/seed/scale.ts';
import { createDemoAccount } from '#server/store/demo.ts';

/** Who has the long thread: nobody is called so among those that the seed makes up. */
export const LONG = 'Longtalk';

type Size = { contacts: number; messages: number; texts: number };

/** Writes an account of that size, and one person more with a thread of `texts`, past the API: in seconds. */
export async function fillWithThread(dataDir: string, { contacts, messages, texts }: Size) {
  const database = await openPglite(dataDir);
  const { organization, account, user } = await createDemoAccount(database.db);
  const tenant = { accountId: account.id, organizationId: organization.id, userId: user.id };
  await seedScale(database.db, { ...tenant, contacts, messages });
  await database.db.execute(sql`
    with friend as (
      insert into contacts (account_id, phone, country, first_name)
      values (${account.id}, '13035559876', 'US', ${LONG}) returning id
    ), texts as (
      insert into messages (account_id, contact_id, user_id, inbound, content, status, read, at, created_at)
      select ${account.id}, friend.id, case when n % 3 > 0 then ${user.id}::bigint end, n % 3 = 0,
        'Text ' || n || ' of a long talk' || repeat(', and on it goes', (n % 7)::int),
        case when n % 3 = 0 then 'received' else 'delivered' end, true, made, made
      from friend, generate_series(1, ${texts}::bigint) n, lateral (select now() - (${texts} - n) * interval '20 minutes' made)
      returning id
    ) select count(*) from texts`);
  await database.db.execute(sql`
    insert into conversations (contact_id, account_id, last_message_id, last_message_at)
    select contact_id, account_id, id, at from messages
    where contact_id = (select id from contacts where first_name = ${LONG}) order by at desc, id desc limit 1`);
  await database.close();
}

/** Reads the open thread to its beginning. */
export async function readAll(page: Page) {
  await page.waitForFunction(
    () => {
      const log = document.querySelector('[role=log]');
      log?.scrollTo({ top: -log.scrollHeight });
      return log?.textContent.includes('Text 1 of a long talk');
    },
    undefined,
    { polling: 50, timeout: 300_000 },
  );
  await page.getByRole('log').evaluate((log) => log.scrollTo({ top: 0 }));
}
