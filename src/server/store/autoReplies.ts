import { and, desc, eq, ne } from 'drizzle-orm';
import type { AutoReply, AutoReplyChange, AutoReplyInput } from '#contract/autoReplies.ts';
import type { Page, Paging } from '#contract/common.ts';
import { autoReplies } from '#server/db/schema/wording.ts';
import { lockAccount } from './accounts.ts';
import { notFound } from './errors.ts';
import { slice, timestamp } from './paging.ts';
import { type Scope, transaction } from './scope.ts';

const columns = {
  id: autoReplies.id,
  accountId: autoReplies.accountId,
  message: autoReplies.message,
  isActive: autoReplies.isActive,
  createdAt: autoReplies.createdAt,
  updatedAt: autoReplies.updatedAt,
};

type Row = Pick<typeof autoReplies.$inferSelect, keyof typeof columns>;

const toAutoReply = (row: Row): AutoReply => ({
  account_id: row.accountId,
  message: row.message,
  is_active: row.isActive,
  id: row.id,
  created_at: timestamp(row.createdAt),
  updated_at: timestamp(row.updatedAt),
});

const own = ({ accountId }: Scope, id: number) => and(eq(autoReplies.accountId, accountId), eq(autoReplies.id, id));

/** Auto replies of the account, newest first. */
export async function listAutoReplies(scope: Scope, paging: Paging): Promise<Page<AutoReply>> {
  const where = eq(autoReplies.accountId, scope.accountId);
  const { limit, offset } = slice(paging);
  const [rows, total] = await Promise.all([
    scope.db.select(columns).from(autoReplies).where(where).orderBy(desc(autoReplies.id)).limit(limit).offset(offset),
    scope.db.$count(autoReplies, where),
  ]);
  return { items: rows.map(toAutoReply), total };
}

/** Throws 404. */
export async function getAutoReply(scope: Scope, id: number): Promise<AutoReply> {
  const [row] = await scope.db.select(columns).from(autoReplies).where(own(scope, id));
  if (!row) throw notFound('Auto reply');
  return toAutoReply(row);
}

/** An active one takes the place of the one that was. */
export function insertAutoReply(scope: Scope, input: AutoReplyInput): Promise<AutoReply> {
  const isActive = input.is_active ?? false;
  return transaction(scope, async (scope) => {
    if (isActive) await deactivateOthers(scope);
    const [row] = await scope.db
      .insert(autoReplies)
      .values({ accountId: scope.accountId, message: input.message, isActive })
      .returning(columns);
    return toAutoReply(row!);
  });
}

/** Activating one switches the others off. Throws 404. */
export function updateAutoReply(scope: Scope, id: number, change: AutoReplyChange): Promise<AutoReply> {
  return transaction(scope, async (scope) => {
    if (change.is_active) await deactivateOthers(scope, id);
    const before = await getAutoReply(scope, id);
    if (change.message === undefined && change.is_active === undefined) return before;
    const [row] = await scope.db
      .update(autoReplies)
      .set({ message: change.message, isActive: change.is_active })
      .where(own(scope, id))
      .returning(columns);
    if (!row) throw notFound('Auto reply');
    return toAutoReply(row);
  });
}

/** Answers it as it was. Throws 404. */
export async function deleteAutoReply(scope: Scope, id: number): Promise<AutoReply> {
  const [row] = await scope.db.delete(autoReplies).where(own(scope, id)).returning(columns);
  if (!row) throw notFound('Auto reply');
  return toAutoReply(row);
}

/** Makes room for one active auto reply; two requests that activate at once take turns. */
async function deactivateOthers(scope: Scope, id?: number) {
  await lockAccount(scope);
  const active = and(eq(autoReplies.accountId, scope.accountId), eq(autoReplies.isActive, true));
  await scope.db
    .update(autoReplies)
    .set({ isActive: false })
    .where(id === undefined ? active : and(active, ne(autoReplies.id, id)));
}
