import { sql } from 'drizzle-orm';
import { boolean, index, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { primaryId, refersTo, timestamps } from './columns.ts';
import { accounts, organizations } from './tenants.ts';

export const messageTemplates = pgTable(
  'message_templates',
  {
    id: primaryId(),
    accountId: refersTo()
      .notNull()
      .references(() => accounts.id),
    organizationId: refersTo()
      .notNull()
      .references(() => organizations.id),
    ownerType: text().$type<'Account' | 'Organization'>().notNull().default('Account'),
    title: text().notNull(),
    content: text().notNull(),
    isActive: boolean().notNull().default(true),
    ...timestamps,
  },
  (t) => [
    index('message_templates_account').on(t.accountId, t.id),
    index('message_templates_organization').on(t.organizationId, t.id),
  ],
);

export const messageSignatures = pgTable(
  'message_signatures',
  {
    id: primaryId(),
    accountId: refersTo()
      .notNull()
      .references(() => accounts.id),
    content: text().notNull(),
    isActive: boolean().notNull().default(false),
    ...timestamps,
  },
  (t) => [
    index('message_signatures_account').on(t.accountId, t.id),
    uniqueIndex('message_signatures_active')
      .on(t.accountId)
      .where(sql`is_active`),
  ],
);

export const autoReplies = pgTable(
  'auto_replies',
  {
    id: primaryId(),
    accountId: refersTo()
      .notNull()
      .references(() => accounts.id),
    message: text().notNull(),
    isActive: boolean().notNull().default(false),
    ...timestamps,
  },
  (t) => [
    index('auto_replies_account').on(t.accountId, t.id),
    uniqueIndex('auto_replies_active')
      .on(t.accountId)
      .where(sql`is_active`),
  ],
);
