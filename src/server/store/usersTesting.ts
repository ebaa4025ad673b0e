import { randomBytes } from 'node:crypto';
import type { Db } from '#server/db/database.ts';
import { users } from '#server/db/schema/tenants.ts';

/** Another user of the account, who cannot sign in; answers the id. */
export async function addUser(db: Db, accountId: number, fields: Partial<typeof users.$inferInsert> = {}) {
  const email = `${randomBytes(6).toString('hex')}@example.test`;
  const [row] = await db
    .insert(users)
    .values({ accountId, email, ...fields })
    .returning({ id: users.id });
  return row!.id;
}
