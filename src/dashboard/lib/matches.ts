import type { Contact, ContactScope } from '#contract/contacts.ts';
import { digitsOf } from './phone.ts';

/** What the service can't filter by, or not together. */
export type Wanted = { tag?: string; scope?: ContactScope; q?: string };

const inScope: Record<ContactScope, (contact: Contact) => boolean> = {
  flagged: ({ flagged }) => flagged,
  with_notes: ({ notes }) => Boolean(notes),
  landlines: ({ line_type }) => line_type === 'landline',
  textable: ({ opted_out, line_type }) => !opted_out && line_type !== 'landline',
};

/** Whether a contact is among those that are wanted. */
export const matches = (contact: Contact, { tag, scope, q }: Wanted): boolean =>
  (tag === undefined || contact.tags.includes(tag)) &&
  (scope === undefined || inScope[scope](contact)) &&
  (q === undefined || holds(contact, q));

/** Every word in the names or the business; or the digits in the number, however they are typed. */
function holds({ first_name, last_name, business_name, phone }: Contact, q: string): boolean {
  const digits = digitsOf(q);
  if (digits !== '' && /^[\d\s()+.-]+$/.test(q)) return phone.includes(digits);
  const text = [first_name, last_name, business_name].join(' ').toLowerCase();
  return q
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}
