import { sql } from 'drizzle-orm';
import { boolean, index, integer, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { instant, primaryId, refersTo } from './columns.ts';

/** The simulated phone network's own memory: every text handed over, once for each idempotency id. */
export const carrierMessages = pgTable(
  'carrier_messages',
  {
    id: primaryId(),
    idempotencyId: text().notNull(),
    broadcastId: refersTo(),
    /** Who it came from and the phone it went to, E.164 with the plus. */
    sender: text().notNull(),
    phone: text().notNull(),
    content: text().notNull(),
    mediaUrls: text().array().notNull().default([]),
    /** How often the same id was handed over. */
    times: integer().notNull().default(1),
    outcome: text().$type<'delivered' | 'failed'>().notNull(),
    /** When the network tells the sender of the outcome, and whether it has. */
    reportAt: instant().notNull(),
    reported: boolean().notNull().default(false),
    receivedAt: instant().notNull().defaultNow(),
  },
  (t) => [
    uniqueIndex('carrier_messages_idempotency').on(t.idempotencyId),
    index('carrier_messages_phone').on(t.phone, t.id),
    index('carrier_messages_broadcast').on(t.broadcastId, t.id),
    index('carrier_messages_unreported')
      .on(t.reportAt)
      .where(sql`not reported`),
  ],
);

/** Phones of the simulated network that do not simply take what comes; every other phone does. */
export const carrierPhones = pgTable('carrier_phones', {
  /** E.164 with the plus. */
  phone: text().primaryKey(),
  state: text().$type<'off' | 'failing'>().notNull(),
});
