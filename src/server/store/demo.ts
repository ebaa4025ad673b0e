import { eq } from 'drizzle-orm';
import type { Db } from '#server/db/database.ts';
import { accounts, organizations, users } from '#server/db/schema/tenants.ts';
import { hashSecret } from './secrets.ts';

/** Who signs in to a demo installation; the key is no secret, so a demo listens on loopback only. */
export const demoLogin = { username: 'demo@switchboard.test', password: 'demo-key' };

/** True while nobody uses this database yet. */
export const isEmpty = async (db: Db): Promise<boolean> => (await db.$count(organizations)) === 0;

/** True when the demo's administrator is in this database. */
export const hasDemo = async (db: Db): Promise<boolean> =>
  (await db.$count(users, eq(users.email, demoLogin.username))) === 1;

/** Makes the demo organisation with one account and its administrator, without any people to text. */
export async function createDemoAccount(db: Db) {
  const [organization] = await db.insert(organizations).values({ name: 'Northgate Staffing' }).returning();
  const [account] = await db
    .insert(accounts)
    .values({ organizationId: organization!.id, name: 'Northgate Staffing', phone: '+17205550110' })
    .returning();
  const [user] = await db
    .insert(users)
    .values({
      accountId: account!.id,
      email: demoLogin.username,
      firstName: 'Maya',
      lastName: 'Okafor',
      role: 'org_admin',
      apiKeyHash: await hashSecret(demoLogin.password),
    })
    .returning();
  return { organization: organization!, account: account!, user: user! };
}
