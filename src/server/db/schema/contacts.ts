import { sql } from 'drizzle-orm';
import { boolean, index, integer, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { instant, primaryId, refersTo, timestamps } from './columns.ts';
import { accounts } from './tenants.ts';

/** Phones are E.164 digits without the plus, as the API shows them. */
export const contacts = pgTable(
  'contacts',
  {
    id: primaryId(),
    accountId: refersTo()
      .notNull()
      .references(() => accounts.id),
    phone: text().notNull(),
    country: text().notNull(),
    lineType: text(),
    firstName: text(),
    lastName: text(),
    businessName: text(),
    flagged: boolean().notNull().default(false),
    notes: text(),
    tags: text().array().notNull().default([]),
    /** What `q` searches, in lower case. */
    search: text()
      .notNull()
      .generatedAlwaysAs(
        sql`lower(coalesce(first_name, '') || ' ' || coalesce(last_name, '') || ' ' || coalesce(business_name, '') || ' ' || phone)`,
      ),
    /** What a list by name is ordered by: case plays no part, and the nameless come last. */
    lastNameKey: text().generatedAlwaysAs(sql`nullif(lower(last_name), '')`),
    firstNameKey: text().generatedAlwaysAs(sql`nullif(lower(first_name), '')`),
    ...timestamps,
  },
  (t) => [
    uniqueIndex('contacts_phone').on(t.accountId, t.phone),
    index('contacts_newest').on(t.accountId, t.createdAt.desc().nullsFirst(), t.id.desc().nullsFirst()),
    index('contacts_by_name').on(t.accountId, t.lastNameKey, t.firstNameKey, t.phone, t.id),
    index('contacts_flagged')
      .on(t.accountId, t.createdAt.desc().nullsFirst(), t.id.desc().nullsFirst())
      .where(sql`flagged`),
    index('contacts_with_notes')
      .on(t.accountId, t.createdAt.desc().nullsFirst(), t.id.desc().nullsFirst())
      .where(sql`notes <> ''`),
    index('contacts_landlines')
      .on(t.accountId, t.createdAt.desc().nullsFirst(), t.id.desc().nullsFirst())
      .where(sql`line_type = 'landline'`),
    index('contacts_search').using('gin', sql`${t.search} gin_trgm_ops`),
    index('contacts_tags').using('gin', t.tags),
  ],
);

/** Every tag an account uses and by how many contacts, kept by whoever writes a contact's tags. */
export const tags = pgTable(
  'tags',
  {
    accountId: refersTo()
      .notNull()
      .references(() => accounts.id),
    name: text().notNull(),
    uses: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.accountId, t.name] })],
);

/** `size` is kept by whoever adds or removes members. */
export const groups = pgTable(
  'groups',
  {
    id: primaryId(),
    accountId: refersTo()
      .notNull()
      .references(() => accounts.id),
    name: text().notNull(),
    locked: boolean().notNull().default(false),
    size: integer().notNull().default(0),
    ...timestamps,
  },
  (t) => [
    uniqueIndex('groups_name').on(t.accountId, sql`lower(${t.name})`),
    index('groups_newest').on(t.accountId, t.createdAt.desc().nullsFirst(), t.id.desc().nullsFirst()),
    index('groups_size').on(t.accountId, t.size, t.id),
  ],
);

export const groupMembers = pgTable(
  'group_members',
  {
    groupId: refersTo()
      .notNull()
      .references(() => groups.id, { onDelete: 'cascade' }),
    contactId: refersTo()
      .notNull()
      .references(() => contacts.id, { onDelete: 'cascade' }),
    createdAt: instant().notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.groupId, t.contactId] }), index('group_members_contact').on(t.contactId)],
);
