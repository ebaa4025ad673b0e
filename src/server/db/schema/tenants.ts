import { sql } from 'drizzle-orm';
import { boolean, index, integer, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { instant, primaryId, refersTo, timestamps } from './columns.ts';

export const organizations = pgTable('organizations', { id: primaryId(), name: text().notNull(), ...timestamps });

/** One texting number and the people who use it. `phone` is E.164 with the plus. */
export const accounts = pgTable(
  'accounts',
  {
    id: primaryId(),
    organizationId: refersTo()
      .notNull()
      .references(() => organizations.id),
    name: text().notNull(),
    phone: text().notNull(),
    country: text().notNull().default('US'),
    /** When the last broadcast was asked for: the next has to wait. */
    broadcastAt: instant(),
    ...timestamps,
  },
  (t) => [uniqueIndex('accounts_phone').on(t.phone), index('accounts_organization').on(t.organizationId)],
);

export const users = pgTable(
  'users',
  {
    id: primaryId(),
    accountId: refersTo()
      .notNull()
      .references(() => accounts.id),
    email: text().notNull(),
    firstName: text(),
    lastName: text(),
    role: text().notNull().default('standard_user'),
    archived: boolean().notNull().default(false),
    /** Salted scrypt hashes; null where the user has none. */
    passwordHash: text(),
    apiKeyHash: text(),
    lastSignInAt: instant(),
    ...timestamps,
  },
  (t) => [uniqueIndex('users_email').on(sql`lower(${t.email})`), index('users_account').on(t.accountId, t.id)],
);

/** What each user has used of the hour that began at `since`. */
export const requestCounts = pgTable('request_counts', {
  userId: refersTo()
    .primaryKey()
    .references(() => users.id, { onDelete: 'cascade' }),
  since: instant().notNull(),
  used: integer().notNull(),
});

/**
 * How many contacts, messages and conversations (contacts with a last message) an account has: the sum of `n`. Triggers add a row for each statement, so that nobody
 * waits for anybody; `store/totals.ts` folds them together.
 */
export const totals = pgTable(
  'totals',
  {
    id: primaryId(),
    accountId: refersTo().notNull(),
    what: text().$type<'contacts' | 'messages' | 'conversations'>().notNull(),
    n: integer().notNull(),
  },
  (t) => [index('totals_account').on(t.accountId, t.what, t.n)],
);
