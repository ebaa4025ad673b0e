import { z } from 'zod';
import {
  Country,
  Flag,
  Id,
  limits,
  optionalText,
  Paging,
  PhoneDigits,
  PhoneInput,
  Search,
  Timestamp,
} from './common.ts';
import { operations } from './operation.ts';

/** A person the account texts with. `line_type` is `mobile`, `landline`, `voip` or null while unknown. */
export const Contact = z.object({
  business_name: z.string().nullable(),
  account_id: Id,
  flagged: z.boolean(),
  notes: z.string().nullable(),
  phone: PhoneDigits,
  country: z.string(),
  line_type: z.string().nullable(),
  id: Id,
  created_at: Timestamp,
  updated_at: Timestamp,
  first_name: z.string().nullable(),
  last_name: z.string().nullable(),
  /** True while the organisation may not text this number. */
  opted_out: z.boolean(),
  tags: z.array(z.string()),
});
export type Contact = z.output<typeof Contact>;

const Tags = z
  .array(
    z
      .string()
      .trim()
      .min(1, "can't be blank")
      .max(limits.tagLength, `is too long (maximum is ${limits.tagLength} characters)`),
  )
  .max(limits.tagsPerContact, `are too many (maximum is ${limits.tagsPerContact})`)
  .transform((tags) => [...new Set(tags)]);

export const ContactInput = z.object({
  phone: PhoneInput,
  country: Country.optional(),
  first_name: optionalText(limits.nameLength),
  last_name: optionalText(limits.nameLength),
  business_name: optionalText(limits.nameLength),
  tags: Tags.optional(),
});
export type ContactInput = z.output<typeof ContactInput>;

export const ContactChange = ContactInput.partial().extend({
  flagged: Flag.optional(),
  notes: optionalText(limits.notesLength),
});
export type ContactChange = z.output<typeof ContactChange>;

export const ContactScope = z.enum(['landlines', 'textable', 'flagged', 'with_notes'], {
  error: "scope must be 'landlines', 'textable', 'flagged' or 'with_notes'",
});
export type ContactScope = z.output<typeof ContactScope>;

export const ContactFilter = Paging.extend({
  q: Search,
  order_by_name_then_phone: Flag.optional(),
  scope: ContactScope.optional(),
});
export type ContactFilter = z.output<typeof ContactFilter>;

export const contactOperations = operations({
  list: {
    method: 'GET',
    path: '/contacts',
    summary: 'List all contacts for the current account',
    description:
      'Newest first, or by last name, first name, then phone with `order_by_name_then_phone`. `q` searches phone, first_name, last_name and business_name.',
    query: ContactFilter,
    reply: Contact.array(),
    paged: true,
  },
  create: {
    method: 'POST',
    path: '/contacts',
    summary: 'Create a new account contact',
    body: ContactInput,
    reply: Contact,
  },
  get: { method: 'GET', path: '/contacts/:id', summary: 'Retrieve a single contact by id', reply: Contact },
  update: {
    method: 'PUT',
    path: '/contacts/:id',
    summary: 'Update a single contact',
    description: '`tags` replaces the whole list. A field that is left out stays as it is; null clears it.',
    body: ContactChange,
    reply: Contact,
  },
  delete: {
    method: 'DELETE',
    path: '/contacts/:id',
    summary: 'Delete a single contact',
    description: 'Answers the contact as it was. Its messages go with it.',
    reply: Contact,
  },
});
