import { z } from 'zod/mini';
import {
  atMost,
  Country,
  Flag,
  Id,
  limits,
  notEmpty,
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
  business_name: z.nullable(z.string()),
  account_id: Id,
  flagged: z.boolean(),
  notes: z.nullable(z.string()),
  phone: PhoneDigits,
  country: z.string(),
  line_type: z.nullable(z.string()),
  id: Id,
  created_at: Timestamp,
  updated_at: Timestamp,
  first_name: z.nullable(z.string()),
  last_name: z.nullable(z.string()),
  /** True while the organisation may not text this number. */
  opted_out: z.boolean(),
  tags: z.array(z.string()),
});
export type Contact = z.output<typeof Contact>;

const Tags = z.pipe(
  z
    .array(z.string().check(z.trim(), notEmpty, atMost(limits.tagLength)))
    .check(z.maxLength(limits.tagsPerContact, `are too many (maximum is ${limits.tagsPerContact})`)),
  z.transform((tags: string[]) => [...new Set(tags)]),
);

export const ContactInput = z.object({
  phone: PhoneInput,
  country: z.optional(Country),
  first_name: optionalText(limits.nameLength),
  last_name: optionalText(limits.nameLength),
  business_name: optionalText(limits.nameLength),
  tags: z.optional(Tags),
});
export type ContactInput = z.output<typeof ContactInput>;

export const ContactChange = z.extend(z.partial(ContactInput), {
  flagged: z.optional(Flag),
  notes: optionalText(limits.notesLength),
});
export type ContactChange = z.output<typeof ContactChange>;

export const ContactScope = z.enum(['landlines', 'textable', 'flagged', 'with_notes'], {
  error: "scope must be 'landlines', 'textable', 'flagged' or 'with_notes'",
});
export type ContactScope = z.output<typeof ContactScope>;

export const ContactFilter = z.extend(Paging, {
  q: Search,
  order_by_name_then_phone: z.optional(Flag),
  scope: z.optional(ContactScope),
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
    reply: z.array(Contact),
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
