import { and, desc, eq } from 'drizzle-orm';
import type { Page } from '#contract/common.ts';
import type { Delivery, DeliveryFilter } from '#contract/deliveries.ts';
import { messages } from '#server/db/schema/messages.ts';
import { accounts } from '#server/db/schema/tenants.ts';
import { webHookDeliveries, webHooks } from '#server/db/schema/webHooks.ts';
import { notFound } from './errors.ts';
import { type MessageRow, selectMessages } from './messagesRow.ts';
import { slice, timestamp } from './paging.ts';
import { type Scope, transaction } from './scope.ts';
import { getWebHook } from './webHooks.ts';
import { payload } from './webHooksDeliveries.ts';

type Row = typeof webHookDeliveries.$inferSelect;

const toDelivery = (row: Row): Delivery => ({
  id: row.id,
  web_hook_id: row.webHookId,
  message_id: row.messageId,
  status: row.status,
  attempts: row.attempts,
  response_status: row.responseStatus,
  latency_ms: row.latencyMs,
  response_excerpt: row.responseExcerpt,
  attempted_at: timestamp(row.attemptedAt),
  next_attempt_at: timestamp(row.nextAttemptAt),
  payload: row.body,
  created_at: timestamp(row.createdAt),
});

/** What a hook was or is to be sent, newest first. Throws 404 when the user may not see the hook. */
export async function listDeliveries(scope: Scope, hookId: number, filter: DeliveryFilter): Promise<Page<Delivery>> {
  await getWebHook(scope, hookId);
  const where = and(
    eq(webHookDeliveries.webHookId, hookId),
    filter.status && eq(webHookDeliveries.status, filter.status),
  );
  const { limit, offset } = slice(filter);
  const [rows, total] = await Promise.all([
    scope.db
      .select()
      .from(webHookDeliveries)
      .where(where)
      .orderBy(desc(webHookDeliveries.id))
      .limit(limit)
      .offset(offset),
    scope.db.$count(webHookDeliveries, where),
  ]);
  return { items: rows.map(toDelivery), total };
}

/** Sends a delivery again: one that ended as a new one, one that waits at once. Throws 404. */
export const redeliver = (scope: Scope, hookId: number, id: number): Promise<Delivery> =>
  transaction(scope, async (tx) => {
    await getWebHook(tx, hookId);
    const [before] = await tx.db
      .select()
      .from(webHookDeliveries)
      .where(and(eq(webHookDeliveries.id, id), eq(webHookDeliveries.webHookId, hookId)))
      .for('update');
    if (!before) throw notFound('Delivery');
    if (before.status !== 'pending') return queueNew(tx, hookId, before.messageId, before.body);
    await tx.enqueue(tx.db, [{ queue: 'web-hooks.deliver', deliveryId: id, attempt: before.attempts }]);
    return toDelivery(before);
  });

/** Sends a hook the newest message that it hears of, or a made-up one. Throws 404. */
export const testDelivery = (scope: Scope, hookId: number): Promise<Delivery> =>
  transaction(scope, async (tx) => {
    await getWebHook(tx, hookId);
    const [hook] = await tx.db.select().from(webHooks).where(eq(webHooks.id, hookId));
    const row = (await newestFor(tx, hook!.accountId)) ?? madeUp(await accountOf(tx));
    return queueNew(tx, hookId, row.message.id, payload(hook!, row, tx.origin));
  });

async function queueNew({ db, enqueue }: Scope, webHookId: number, messageId: number, body: string) {
  const [made] = await db.insert(webHookDeliveries).values({ webHookId, messageId, body }).returning();
  await enqueue(db, [{ queue: 'web-hooks.deliver', deliveryId: made!.id }]);
  return toDelivery(made!);
}

/** The newest message of the hook's account; of an organisation's hook the user's own account stands for all. */
async function newestFor({ db, accountId }: Scope, hookAccountId: number | null) {
  const [row] = await selectMessages(db)
    .where(eq(messages.accountId, hookAccountId ?? accountId))
    .orderBy(desc(messages.at), desc(messages.id))
    .limit(1);
  return row;
}

async function accountOf({ db, accountId }: Scope) {
  const [account] = await db.select().from(accounts).where(eq(accounts.id, accountId));
  return account!;
}

/** A text that nobody sent, where nobody sent any. */
function madeUp(account: typeof accounts.$inferSelect): MessageRow {
  const now = new Date();
  return {
    account,
    contact: { phone: '13035550100', firstName: 'Test', lastName: 'Person', businessName: null, lineType: null },
    user: null,
    message: {
      id: 1,
      accountId: account.id,
      contactId: 1,
      userId: null,
      inbound: true,
      content: 'This is a test of your web hook.',
      status: 'received',
      failure: null,
      read: false,
      fromAutoresponse: null,
      broadcastId: null,
      deliverAt: null,
      at: now,
      imageToken: null,
      mediaUrls: null,
      createdAt: now,
      updatedAt: now,
    },
  };
}
