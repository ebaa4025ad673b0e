import { asc, eq, sql } from 'drizzle-orm';
import { randomBytes } from 'node:crypto';
import type { Db } from '#server/db/database.ts';
import { accounts, organizations, users } from '#server/db/schema/tenants.ts';
import { webHooks } from '#server/db/schema/webHooks.ts';
import { invalid, notFound, refuseTaken } from './errors.ts';
import { parsePhone } from './phone.ts';
import { hashSecret } from './secrets.ts';

/** What only an administrator of the installation does, outside of any tenant. Throws the API's refusals. */

/** Makes an organisation and answers its id. */
export async function createOrganization(db: Db, name: string): Promise<number> {
  const [row] = await db.insert(organizations).values({ name }).returning({ id: organizations.id });
  return row!.id;
}

type AccountInput = { organizationId: number; name: string; phone: string; country: string };

/** Makes an account with its texting number; installations that are running hear of its messages at once. */
export const createAccount = (db: Db, { organizationId, name, phone, country }: AccountInput): Promise<number> =>
  db
    .transaction(async (tx) => {
      if ((await tx.$count(organizations, eq(organizations.id, organizationId))) === 0) throw notFound('Organization');
      const number = parsePhone(phone, undefined, country);
      const [row] = await tx
        .insert(accounts)
        .values({ organizationId, name, phone: `+${number.phone}`, country })
        .returning({ id: accounts.id });
      const installations = await tx
        .selectDistinct({ url: webHooks.url, secret: webHooks.secret })
        .from(webHooks)
        .where(eq(webHooks.installation, true));
      const hooks = installations.map((hook) => ({
        ...hook,
        organizationId,
        accountId: row!.id,
        version: '2' as const,
        installation: true,
      }));
      if (hooks.length > 0) await tx.insert(webHooks).values(hooks);
      return row!.id;
    })
    .catch(refuseTaken('accounts_phone', 'Phone'));

type UserInput = { accountId: number; email: string; role: string; firstName: string | null; lastName: string | null };

/** Makes a user with a fresh API key, which is stored as a hash only: this is the one time that it can be read. */
export async function createUser(db: Db, input: UserInput): Promise<{ id: number; apiKey: string }> {
  if ((await db.$count(accounts, eq(accounts.id, input.accountId))) === 0) throw notFound('Account');
  const apiKey = freshSecret();
  const [row] = await db
    .insert(users)
    .values({ ...input, apiKeyHash: await hashSecret(apiKey) })
    .returning({ id: users.id })
    .catch(refuseTaken('users_email', 'Email'));
  return { id: row!.id, apiKey };
}

/** Gives a user a fresh password or API key, which replaces the one before, and answers it. */
export async function resetSecret(db: Db, email: string, kind: 'password' | 'key'): Promise<string> {
  const secret = freshSecret();
  const hash = await hashSecret(secret);
  await changeUser(db, email, kind === 'password' ? { passwordHash: hash } : { apiKeyHash: hash });
  return secret;
}

/** Keeps a user from signing in, or lets them in again. */
export const setArchived = (db: Db, email: string, archived: boolean) => changeUser(db, email, { archived });

async function changeUser(db: Db, email: string, change: Partial<typeof users.$inferInsert>): Promise<void> {
  const changed = await db
    .update(users)
    .set(change)
    .where(eq(sql`lower(${users.email})`, email.toLowerCase()))
    .returning({ id: users.id });
  if (changed.length === 0) throw invalid('User', 'must be the e-mail address of a user');
}

const freshSecret = () => randomBytes(24).toString('base64url');

/** Every organisation with its accounts and users, by id. */
export async function listTenants(db: Db) {
  return {
    organizations: await db.select().from(organizations).orderBy(asc(organizations.id)),
    accounts: await db.select().from(accounts).orderBy(asc(accounts.id)),
    users: await db.select().from(users).orderBy(asc(users.id)),
  };
}
