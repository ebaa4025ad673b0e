import { sql } from 'drizzle-orm';
import { boolean, index, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { primaryId, refersTo, timestamps } from './columns.ts';
import { organizations } from './tenants.ts';

/** Numbers that asked not to be texted by the organisation; E.164 digits without the plus. */
export const optOuts = pgTable(
  'opt_outs',
  {
    id: primaryId(),
    organizationId: refersTo()
      .notNull()
      .references(() => organizations.id),
    phone: text().notNull(),
    /** True once the person asked to be texted again. */
    optIn: boolean().notNull().default(false),
    ...timestamps,
  },
  (t) => [
    uniqueIndex('opt_outs_phone').on(t.organizationId, t.phone),
    index('opt_outs_newest').on(t.organizationId, t.id),
    index('opt_outs_search').using('gin', sql`${t.phone} gin_trgm_ops`),
  ],
);

/** Numbers whose texts are stored nowhere and which are never texted. */
export const blockedNumbers = pgTable(
  'blocked_numbers',
  {
    id: primaryId(),
    organizationId: refersTo()
      .notNull()
      .references(() => organizations.id),
    phone: text().notNull(),
    ...timestamps,
  },
  (t) => [
    uniqueIndex('blocked_numbers_phone').on(t.organizationId, t.phone),
    index('blocked_numbers_newest').on(t.organizationId, t.id),
    index('blocked_numbers_search').using('gin', sql`${t.phone} gin_trgm_ops`),
  ],
);
