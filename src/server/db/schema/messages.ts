import { sql } from 'drizzle-orm';
import { boolean, customType, index, pgTable, text } from 'drizzle-orm/pg-core';
import type { MessageStatus } from '#contract/messages.ts';
import { instant, primaryId, refersTo, timestamps } from './columns.ts';
import { contacts } from './contacts.ts';
import { accounts, users } from './tenants.ts';

const bytea = customType<{ data: Uint8Array }>({ dataType: () => 'bytea' });

/** An image attached to a message; `token` is unguessable and its address. */
export const images = pgTable('images', {
  token: text().primaryKey(),
  accountId: refersTo()
    .notNull()
    .references(() => accounts.id),
  type: text().notNull(),
  bytes: bytea().notNull(),
  createdAt: instant().notNull().defaultNow(),
});

export const messages = pgTable(
  'messages',
  {
    id: primaryId(),
    accountId: refersTo()
      .notNull()
      .references(() => accounts.id),
    contactId: refersTo()
      .notNull()
      .references(() => contacts.id, { onDelete: 'cascade' }),
    /** Who sent it; null on inbound ones. Auto replies and confirmations carry the account's first user. */
    userId: refersTo().references(() => users.id),
    inbound: boolean().notNull(),
    /** As typed while scheduled; once sent, the text that left: merge fields filled in, signature appended. */
    content: text().notNull(),
    status: text().$type<MessageStatus>().notNull(),
    /** Why it was not delivered, in words for people. */
    failure: text(),
    read: boolean().notNull().default(false),
    fromAutoresponse: boolean(),
    broadcastId: refersTo(),
    deliverAt: instant(),
    /** Where it stands in its thread: when it went out, or while scheduled when it was made. */
    at: instant().notNull().defaultNow(),
    imageToken: text().references(() => images.token),
    /** What an inbound text brought along, as the carrier addressed it. */
    mediaUrls: text().array(),
    ...timestamps,
  },
  (t) => [
    index('messages_thread').on(t.contactId, t.at.desc().nullsFirst(), t.id.desc().nullsFirst()),
    index('messages_newest').on(t.accountId, t.at.desc().nullsFirst(), t.id.desc().nullsFirst()),
    index('messages_unread')
      .on(t.accountId, t.contactId, t.at.desc().nullsFirst(), t.id.desc().nullsFirst())
      .where(sql`inbound and not read`),
    index('messages_scheduled')
      .on(t.accountId, t.deliverAt, t.id)
      .where(sql`status in ('scheduled', 'held')`),
    index('messages_broadcast')
      .on(t.broadcastId)
      .where(sql`broadcast_id is not null`),
    // Of ASCII letters alone: every text that is found is lowered again, and of all letters that takes three times as long.
    index('messages_search').using('gin', sql`lower(${t.content} collate "C") gin_trgm_ops`),
  ],
);

/**
 * Each contact's newest message, so that the inbox is one index scan. Apart from the contact, of which all that is
 * searched and sorted by would be written again with every text.
 */
export const conversations = pgTable(
  'conversations',
  {
    contactId: refersTo()
      .primaryKey()
      .references(() => contacts.id, { onDelete: 'cascade' }),
    accountId: refersTo().notNull(),
    lastMessageId: refersTo().notNull(),
    lastMessageAt: instant().notNull(),
  },
  (t) => [
    index('conversations_inbox').on(
      t.accountId,
      t.lastMessageAt.desc().nullsFirst(),
      t.lastMessageId.desc().nullsFirst(),
    ),
  ],
);
