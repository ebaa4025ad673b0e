import { sql } from 'drizzle-orm';
import { boolean, index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { instant, primaryId, refersTo, timestamps } from './columns.ts';
import { groups } from './contacts.ts';
import { accounts, users } from './tenants.ts';

export const broadcasts = pgTable(
  'broadcasts',
  {
    id: primaryId(),
    accountId: refersTo()
      .notNull()
      .references(() => accounts.id),
    userId: refersTo()
      .notNull()
      .references(() => users.id),
    groupId: refersTo().references(() => groups.id, { onDelete: 'set null' }),
    groupName: text().notNull(),
    messageBody: text().notNull(),
    fromTemplate: boolean().notNull().default(false),
    /** Null until it starts. */
    status: text().$type<'sending' | 'sent' | 'held'>(),
    deliverAt: instant(),
    /** When it goes, or went, out: what `date` filters by. */
    at: instant().notNull().defaultNow(),
    totalMessages: integer().notNull().default(0),
    ...timestamps,
  },
  (t) => [
    index('broadcasts_newest').on(t.accountId, t.createdAt.desc().nullsFirst(), t.id.desc().nullsFirst()),
    index('broadcasts_at').on(t.accountId, t.at),
    index('broadcasts_group').on(t.groupId, t.createdAt.desc().nullsFirst(), t.id.desc().nullsFirst()),
  ],
);

/** One row for each member of the group when the broadcast started; claimed in batches by the sender. */
export const broadcastRecipients = pgTable(
  'broadcast_recipients',
  {
    broadcastId: refersTo()
      .notNull()
      .references(() => broadcasts.id, { onDelete: 'cascade' }),
    contactId: refersTo().notNull(),
    /** How far it is, or why the person was left out. */
    state: text().$type<'pending' | 'sent' | 'opted_out' | 'blocked' | 'landline'>().notNull().default('pending'),
    messageId: refersTo(),
  },
  (t) => [
    primaryKey({ columns: [t.broadcastId, t.contactId] }),
    index('broadcast_recipients_pending')
      .on(t.broadcastId, t.contactId)
      .where(sql`state = 'pending'`),
  ],
);
