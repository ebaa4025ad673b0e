import { and, eq, inArray, isNull, or } from 'drizzle-orm';
import type { WebHookPayload, WebHookPayloadV1 } from '#contract/webHooks.ts';
import { messages } from '#server/db/schema/messages.ts';
import { accounts } from '#server/db/schema/tenants.ts';
import { webHookDeliveries, webHooks } from '#server/db/schema/webHooks.ts';
import { among } from './among.ts';
import { type MessageRow, selectMessages, toMessage } from './messagesRow.ts';
import type { Backstage, Job } from './scope.ts';

/** Rows of one INSERT; PostgreSQL takes 65,535 parameters. */
const rowsAtOnce = 500;

type Hook = typeof webHooks.$inferSelect;

/**
 * Queues what web hooks are to hear of these messages, in the caller's transaction. Every hook hears of a `message`
 * sent or received; of a later `change` of its status only this installation's own gateway does.
 */
export async function announce(scope: Backstage, messageIds: number[], event: 'message' | 'change'): Promise<void> {
  for (let start = 0; start < messageIds.length; start += rowsAtOnce) {
    await announceSome(scope, messageIds.slice(start, start + rowsAtOnce), event);
  }
}

async function announceSome(scope: Backstage, messageIds: number[], event: 'message' | 'change') {
  const hooks = await hooksFor(scope, messageIds, event);
  if (hooks.length === 0) return;
  const rows = await selectMessages(scope.db).where(among(messages.id, messageIds));
  const deliveries = hooks.flatMap((hook) =>
    rows
      .filter(({ account }) => hears(hook, account))
      .map((row) => ({ webHookId: hook.id, messageId: row.message.id, body: payload(hook, row, scope.origin) })),
  );
  const live = new Set(hooks.filter(({ installation }) => installation).map(({ id }) => id));
  for (let start = 0; start < deliveries.length; start += rowsAtOnce) {
    const made = await scope.db
      .insert(webHookDeliveries)
      .values(deliveries.slice(start, start + rowsAtOnce))
      .returning({ id: webHookDeliveries.id, webHookId: webHookDeliveries.webHookId });
    const jobs = made.map(({ id, webHookId }): Job => ({
      queue: live.has(webHookId) ? 'web-hooks.deliver-live' : 'web-hooks.deliver',
      deliveryId: id,
    }));
    await scope.enqueue(scope.db, jobs);
  }
}

/** The hooks that hear of one of these messages at least. */
async function hooksFor({ db }: Backstage, messageIds: number[], event: 'message' | 'change'): Promise<Hook[]> {
  const owners = db
    .$with('owners')
    .as(
      db
        .selectDistinct({ id: accounts.id, organizationId: accounts.organizationId })
        .from(messages)
        .innerJoin(accounts, eq(accounts.id, messages.accountId))
        .where(among(messages.id, messageIds)),
    );
  const organizations = db.select({ id: owners.organizationId }).from(owners);
  const ids = db.select({ id: owners.id }).from(owners);
  return db
    .with(owners)
    .select()
    .from(webHooks)
    .where(
      and(
        inArray(webHooks.organizationId, organizations),
        or(isNull(webHooks.accountId), inArray(webHooks.accountId, ids)),
        event === 'change' ? eq(webHooks.installation, true) : undefined,
      ),
    );
}

const hears = (hook: Hook, account: MessageRow['account']) =>
  hook.organizationId === account.organizationId && (hook.accountId === null || hook.accountId === account.id);

const precise = (date: Date) => date.toISOString();

/** The body that a hook is posted about a message. */
export const payload = (hook: Hook, row: MessageRow, origin: string): string =>
  JSON.stringify(hook.version === '1' ? payloadV1(row, origin) : payloadV2(hook, row, origin));

function payloadV2(hook: Hook, row: MessageRow, origin: string): WebHookPayload {
  const { media_urls: _, ...message } = toMessage(row, origin, precise);
  return {
    timestamp: Math.floor(Date.now() / 1_000),
    web_hook: {
      id: hook.id,
      url: hook.url,
      web_hookable_type: hook.accountId === null ? 'Organization' : 'Account',
      web_hookable_id: hook.accountId ?? hook.organizationId,
      version: hook.version,
      created_at: precise(hook.createdAt),
      updated_at: precise(hook.updatedAt),
    },
    message,
  };
}

function payloadV1(row: MessageRow, origin: string): WebHookPayloadV1 {
  const message = toMessage(row, origin);
  return {
    body: message.content,
    read: message.read,
    broadcast_id: message.broadcast_id,
    status: message.status,
    id: message.id,
    created_at: message.created_at,
    sender: message.sender_name,
    sender_type: message.sender_type,
    recipient: message.receiver_name,
    recipient_type: message.receiver_type,
    sender_phone: message.sender_phone,
    recipient_phone: message.receiver_phone,
  };
}
