import { boolean, index, integer, pgTable, text } from 'drizzle-orm/pg-core';
import { instant, primaryId, refersTo, timestamps } from './columns.ts';
import { accounts, organizations } from './tenants.ts';

export const webHooks = pgTable(
  'web_hooks',
  {
    id: primaryId(),
    organizationId: refersTo()
      .notNull()
      .references(() => organizations.id),
    /** Null when the hook is the organisation's. */
    accountId: refersTo().references(() => accounts.id),
    url: text().notNull(),
    version: text().$type<'1' | '2'>().notNull(),
    secret: text().notNull(),
    /** The embedded gateway's own: made at start, not shown by the API. */
    installation: boolean().notNull().default(false),
    ...timestamps,
  },
  (t) => [index('web_hooks_organization').on(t.organizationId, t.id)],
);

/** What a hook was, or is to be, sent: one row for each hook and message event. */
export const webHookDeliveries = pgTable(
  'web_hook_deliveries',
  {
    id: primaryId(),
    webHookId: refersTo()
      .notNull()
      .references(() => webHooks.id, { onDelete: 'cascade' }),
    messageId: refersTo().notNull(),
    /** The exact bytes that are signed and sent, at every attempt. */
    body: text().notNull(),
    status: text().$type<'pending' | 'delivered' | 'failed'>().notNull().default('pending'),
    attempts: integer().notNull().default(0),
    /** Of the last attempt: HTTP status (null: no answer), milliseconds and the first of what was answered. */
    responseStatus: integer(),
    latencyMs: integer(),
    responseExcerpt: text(),
    attemptedAt: instant(),
    /** When a failed attempt is made again. */
    nextAttemptAt: instant(),
    ...timestamps,
  },
  (t) => [index('web_hook_deliveries_hook').on(t.webHookId, t.id.desc().nullsFirst())],
);
