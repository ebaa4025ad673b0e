import { and, eq, type SQL } from 'drizzle-orm';
import type { Page } from '#contract/common.ts';
import type { Contact, ContactChange, ContactFilter, ContactInput } from '#contract/contacts.ts';
import { contacts } from '#server/db/schema/contacts.ts';
import { newestContacts } from './contactPages.ts';
import {
  byNameThenPhone,
  contactPage,
  countUntextable,
  findContacts,
  inScope,
  matching,
  newestFirst,
  pageIds,
  searchedPage,
} from './contactRows.ts';
import { removeContacts } from './contactRemoval.ts';
import { notFound, refuseTaken } from './errors.ts';
import { slice } from './paging.ts';
import { lineTypeOf, parsePhone } from './phone.ts';
import { type Scope, transaction } from './scope.ts';
import { retag } from './tags.ts';
import { totalOf } from './totals.ts';

/** Contacts of the account, newest first or by name. */
export async function listContacts(scope: Scope, filter: ContactFilter): Promise<Page<Contact>> {
  const where = and(
    eq(contacts.accountId, scope.accountId),
    filter.scope && inScope(scope, filter.scope),
    filter.q ? matching(filter.q) : undefined,
  );
  const order = filter.order_by_name_then_phone ? byNameThenPhone : newestFirst;
  const page = slice(filter);
  if (filter.q) return searchedPage(scope, where, order, page);
  if (!filter.scope && order === newestFirst) return newestContacts(scope, page);
  // Two reads, no transaction: a page may be one row off its total, and the next fetch heals it.
  const [items, total] = await Promise.all([
    contactPage(scope, pageIds(scope, where, order, page), order),
    countContacts(scope, filter, where),
  ]);
  return { items, total };
}

async function countContacts(scope: Scope, filter: ContactFilter, where: SQL | undefined): Promise<number> {
  if (filter.scope && filter.scope !== 'textable') return scope.db.$count(contacts, where);
  const [all, without] = await Promise.all([totalOf(scope, 'contacts'), filter.scope ? countUntextable(scope) : 0]);
  return all - without;
}

/** Throws 404. */
export async function getContact(scope: Scope, id: number): Promise<Contact> {
  const [contact] = await findContacts(scope, eq(contacts.id, id));
  if (!contact) throw notFound('Contact');
  return contact;
}

/** Throws 422 when the phone is no number, or another contact of the account has it. */
export async function insertContact(scope: Scope, input: ContactInput): Promise<Contact> {
  const number = parsePhone(input.phone, input.country, scope.country);
  return transaction(scope, async (scope) => {
    const [row] = await scope.db
      .insert(contacts)
      .values({ ...fieldsOf(input), ...number, accountId: scope.accountId, lineType: lineTypeOf(number.phone) })
      .returning({ id: contacts.id });
    await retag(scope, [], input.tags ?? []);
    return getContact(scope, row!.id);
  }).catch(refuseTaken('contacts_phone', 'Phone'));
}

/** Changes what `change` names; the rest stays. Throws 404, or 422 as `insertContact` does. */
export function updateContact(scope: Scope, id: number, change: ContactChange): Promise<Contact> {
  return transaction(scope, async (scope) => {
    const before = await lockContact(scope, id);
    if (Object.values(change).every((value) => value === undefined)) return before;
    await scope.db
      .update(contacts)
      .set({ ...fieldsOf(change), ...renumbered(before, change) })
      .where(eq(contacts.id, id));
    await retag(scope, before.tags, change.tags ?? before.tags);
    return getContact(scope, id);
  }).catch(refuseTaken('contacts_phone', 'Phone'));
}

/** Answers the contact as it was. Its messages, images and memberships go with it. Throws 404. */
export function deleteContact(scope: Scope, id: number): Promise<Contact> {
  return transaction(scope, async (scope) => {
    const contact = await lockContact(scope, id);
    await removeContacts(scope, [id]);
    return contact;
  });
}

async function lockContact(scope: Scope, id: number): Promise<Contact> {
  const [contact] = await findContacts(scope, eq(contacts.id, id), 'lock');
  if (!contact) throw notFound('Contact');
  return contact;
}

/** The plain columns of what was sent; one left out is undefined, which Drizzle skips. */
const fieldsOf = (input: Omit<ContactChange, 'phone' | 'country'>) => ({
  firstName: input.first_name,
  lastName: input.last_name,
  businessName: input.business_name,
  flagged: input.flagged,
  notes: input.notes,
  tags: input.tags,
});

/** Number, country and line of a contact after `change`; a number typed without a country is read for the contact's own. */
function renumbered(before: Contact, { phone, country }: ContactChange) {
  if (phone === undefined && country === undefined) return {};
  const same = phone === undefined || phone === before.phone;
  const number = parsePhone(same ? `+${before.phone}` : phone, country, before.country);
  return number.phone === before.phone ? number : { ...number, lineType: lineTypeOf(number.phone) };
}
