import { z } from 'zod/mini';
import { Country, Id, Paging, PhoneDigits, PhoneInput, Search, Timestamp } from './common.ts';
import { operations } from './operation.ts';

/** A number whose texts are refused for the whole organisation, and which is never texted. */
export const BlockedNumber = z.object({
  organization_id: Id,
  id: Id,
  created_at: Timestamp,
  updated_at: Timestamp,
  phone: PhoneDigits,
});
export type BlockedNumber = z.output<typeof BlockedNumber>;

export const PhoneNumberInput = z.object({ phone: PhoneInput, country: z.optional(Country) });
export type PhoneNumberInput = z.output<typeof PhoneNumberInput>;

export const PhoneNumberFilter = z.extend(Paging, { q: Search });
export type PhoneNumberFilter = z.output<typeof PhoneNumberFilter>;

export const blockedNumberOperations = operations({
  list: {
    method: 'GET',
    path: '/blocked_numbers',
    summary: 'List all blocked numbers for the current organization',
    query: PhoneNumberFilter,
    reply: z.array(BlockedNumber),
    paged: true,
  },
  create: {
    method: 'POST',
    path: '/blocked_numbers',
    summary: 'Create a new blocked number',
    body: PhoneNumberInput,
    reply: BlockedNumber,
  },
  delete: {
    method: 'DELETE',
    path: '/blocked_numbers/:id',
    summary: 'Delete a single blocked number',
    reply: BlockedNumber,
  },
});
