import { randomBytes } from 'node:crypto';
import { and, asc, eq } from 'drizzle-orm';
import type { Page, Paging } from '#contract/common.ts';
import type { WebHook, WebHookChange, WebHookInput } from '#contract/webHooks.ts';
import type { Db } from '#server/db/database.ts';
import { accounts } from '#server/db/schema/tenants.ts';
import { webHooks } from '#server/db/schema/webHooks.ts';
import { forbidden, invalid, notFound } from './errors.ts';
import { slice, timestamp } from './paging.ts';
import { type Scope, transaction } from './scope.ts';
import { requireAllowedUrl } from './webHooksReach.ts';

type Row = typeof webHooks.$inferSelect;

const toWebHook = (row: Row): WebHook => ({
  url: row.url,
  web_hookable_type: row.accountId === null ? 'Organization' : 'Account',
  web_hookable_id: row.accountId ?? row.organizationId,
  version: row.version,
  secret: row.secret,
  id: row.id,
  created_at: timestamp(row.createdAt),
  updated_at: timestamp(row.updatedAt),
});

/** Hooks the user may see: the account's, and for an org_admin all of the organisation; never an installation's own. */
const accessible = ({ organizationId, accountId, user }: Scope) =>
  and(
    eq(webHooks.organizationId, organizationId),
    eq(webHooks.installation, false),
    user.role === 'org_admin' ? undefined : eq(webHooks.accountId, accountId),
  );

/** Web hooks by id. */
export async function listWebHooks(scope: Scope, paging: Paging): Promise<Page<WebHook>> {
  const where = accessible(scope);
  const { limit, offset } = slice(paging);
  const [rows, total] = await Promise.all([
    scope.db.select().from(webHooks).where(where).orderBy(asc(webHooks.id)).limit(limit).offset(offset),
    scope.db.$count(webHooks, where),
  ]);
  return { items: rows.map(toWebHook), total };
}

/** Throws 404. */
export async function getWebHook(scope: Scope, id: number): Promise<WebHook> {
  const [row] = await scope.db
    .select()
    .from(webHooks)
    .where(and(accessible(scope), eq(webHooks.id, id)));
  if (!row) throw notFound('Web hook');
  return toWebHook(row);
}

/** Makes a hook with a secret of its own. Throws 403 for another account than the user's, unless an org_admin's. */
export async function createWebHook(scope: Scope, { url, version, account_id }: WebHookInput): Promise<WebHook> {
  requireAllowedUrl(url, scope.loopbackHooks);
  const accountId = await ownerOf(scope, account_id);
  const [row] = await scope.db
    .insert(webHooks)
    .values({ organizationId: scope.organizationId, accountId, url, version, secret: newSecret() })
    .returning();
  return toWebHook(row!);
}

const newSecret = () => randomBytes(32).toString('hex');

/** The account a new hook belongs to; null for the organisation. */
async function ownerOf({ db, organizationId, accountId, user }: Scope, asked: number | undefined) {
  if (asked === accountId) return accountId;
  if (user.role !== 'org_admin') {
    if (asked) throw forbidden('Only an org_admin may set up web hooks on other accounts');
    return accountId;
  }
  if (!asked) return null;
  const sibling = and(eq(accounts.id, asked), eq(accounts.organizationId, organizationId));
  if ((await db.$count(accounts, sibling)) === 0) throw invalid('Account', 'must be one of the organization');
  return asked;
}

/** Changes where a hook posts to. Throws 404. */
export async function updateWebHook(scope: Scope, id: number, { url }: WebHookChange): Promise<WebHook> {
  if (url === undefined) return getWebHook(scope, id);
  requireAllowedUrl(url, scope.loopbackHooks);
  const [row] = await scope.db
    .update(webHooks)
    .set({ url })
    .where(and(accessible(scope), eq(webHooks.id, id)))
    .returning();
  if (!row) throw notFound('Web hook');
  return toWebHook(row);
}

/** Deletes a hook with what it was still to be sent. Throws 404. */
export const deleteWebHook = (scope: Scope, id: number): Promise<WebHook> =>
  transaction(scope, async (tx) => {
    const hook = await getWebHook(tx, id);
    await tx.db.delete(webHooks).where(eq(webHooks.id, id));
    return hook;
  });

/** Lets this installation's gateway hear of every account's messages, instead of whoever had this address before. */
export async function installWebHooks(db: Db, { url, secret }: { url: string; secret: string }): Promise<void> {
  await db.transaction(async (tx) => {
    await uninstallWebHooks(tx, url);
    const everyone = await tx.select({ id: accounts.id, organizationId: accounts.organizationId }).from(accounts);
    const rows = everyone.map(({ id, organizationId }) => ({
      organizationId,
      accountId: id,
      url,
      secret,
      version: '2' as const,
      installation: true,
    }));
    if (rows.length > 0) await tx.insert(webHooks).values(rows);
  });
}

/** Stops what `installWebHooks` began. */
export async function uninstallWebHooks(db: Db, url: string): Promise<void> {
  await db.delete(webHooks).where(and(eq(webHooks.installation, true), eq(webHooks.url, url)));
}
