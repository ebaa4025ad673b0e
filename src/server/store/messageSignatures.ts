import { and, desc, eq, ne } from 'drizzle-orm';
import type { MessageSignature, MessageSignatureChange, MessageSignatureInput } from '#contract/messageSignatures.ts';
import type { Page, Paging } from '#contract/common.ts';
import { messageSignatures } from '#server/db/schema/wording.ts';
import { lockAccount } from './accounts.ts';
import { notFound } from './errors.ts';
import { slice, timestamp } from './paging.ts';
import { type Scope, transaction } from './scope.ts';

const columns = {
  id: messageSignatures.id,
  accountId: messageSignatures.accountId,
  content: messageSignatures.content,
  isActive: messageSignatures.isActive,
  createdAt: messageSignatures.createdAt,
  updatedAt: messageSignatures.updatedAt,
};

type Row = Pick<typeof messageSignatures.$inferSelect, keyof typeof columns>;

const toMessageSignature = (row: Row): MessageSignature => ({
  account_id: row.accountId,
  content: row.content,
  is_active: row.isActive,
  id: row.id,
  created_at: timestamp(row.createdAt),
  updated_at: timestamp(row.updatedAt),
});

const own = ({ accountId }: Scope, id: number) =>
  and(eq(messageSignatures.accountId, accountId), eq(messageSignatures.id, id));

/** Message signatures of the account, newest first. */
export async function listMessageSignatures(scope: Scope, paging: Paging): Promise<Page<MessageSignature>> {
  const where = eq(messageSignatures.accountId, scope.accountId);
  const { limit, offset } = slice(paging);
  const [rows, total] = await Promise.all([
    scope.db
      .select(columns)
      .from(messageSignatures)
      .where(where)
      .orderBy(desc(messageSignatures.id))
      .limit(limit)
      .offset(offset),
    scope.db.$count(messageSignatures, where),
  ]);
  return { items: rows.map(toMessageSignature), total };
}

/** Throws 404. */
export async function getMessageSignature(scope: Scope, id: number): Promise<MessageSignature> {
  const [row] = await scope.db.select(columns).from(messageSignatures).where(own(scope, id));
  if (!row) throw notFound('Message signature');
  return toMessageSignature(row);
}

/** An active one takes the place of the one that was. */
export function insertMessageSignature(scope: Scope, input: MessageSignatureInput): Promise<MessageSignature> {
  const isActive = input.is_active ?? false;
  return transaction(scope, async (scope) => {
    if (isActive) await deactivateOthers(scope);
    const [row] = await scope.db
      .insert(messageSignatures)
      .values({ accountId: scope.accountId, content: input.content, isActive })
      .returning(columns);
    return toMessageSignature(row!);
  });
}

/** Activating one switches the others off. Throws 404. */
export function updateMessageSignature(
  scope: Scope,
  id: number,
  change: MessageSignatureChange,
): Promise<MessageSignature> {
  return transaction(scope, async (scope) => {
    if (change.is_active) await deactivateOthers(scope, id);
    const before = await getMessageSignature(scope, id);
    if (change.content === undefined && change.is_active === undefined) return before;
    const [row] = await scope.db
      .update(messageSignatures)
      .set({ content: change.content, isActive: change.is_active })
      .where(own(scope, id))
      .returning(columns);
    if (!row) throw notFound('Message signature');
    return toMessageSignature(row);
  });
}

/** Answers it as it was. Throws 404. */
export async function deleteMessageSignature(scope: Scope, id: number): Promise<MessageSignature> {
  const [row] = await scope.db.delete(messageSignatures).where(own(scope, id)).returning(columns);
  if (!row) throw notFound('Message signature');
  return toMessageSignature(row);
}

/** Makes room for one active message signature; two requests that activate at once take turns. */
async function deactivateOthers(scope: Scope, id?: number) {
  await lockAccount(scope);
  const active = and(eq(messageSignatures.accountId, scope.accountId), eq(messageSignatures.isActive, true));
  await scope.db
    .update(messageSignatures)
    .set({ isActive: false })
    .where(id === undefined ? active : and(active, ne(messageSignatures.id, id)));
}
