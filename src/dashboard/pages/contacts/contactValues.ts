import { z } from 'zod/mini';
import type { Contact, ContactInput } from '#contract/contacts.ts';

/** What the form holds: text as typed. */
export const ContactValues = z.object({
  first_name: z.string(),
  last_name: z.string(),
  phone: z.string(),
  country: z.string(),
  business_name: z.string(),
  tags: z.array(z.string()),
  notes: z.string(),
});
export type ContactValues = z.output<typeof ContactValues>;

/** How the service names the fields in its refusals. */
export const labels: Record<keyof ContactValues, string> = {
  first_name: 'First name',
  last_name: 'Last name',
  phone: 'Phone',
  country: 'Country',
  business_name: 'Business name',
  tags: 'Tags',
  notes: 'Notes',
};

export const valuesOf = (contact: Contact | null, phone: string): ContactValues => ({
  first_name: contact?.first_name ?? '',
  last_name: contact?.last_name ?? '',
  phone,
  country: contact?.country ?? 'US',
  business_name: contact?.business_name ?? '',
  tags: contact?.tags ?? [],
  notes: contact?.notes ?? '',
});

/** What is sent: an emptied field clears it. */
export const inputOf = ({ notes: _notes, ...values }: ContactValues): ContactInput => ({
  ...values,
  first_name: textOrNull(values.first_name),
  last_name: textOrNull(values.last_name),
  business_name: textOrNull(values.business_name),
});

export const textOrNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());
