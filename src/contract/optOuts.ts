import { z } from 'zod/mini';
import { PhoneNumberFilter, PhoneNumberInput } from './blockedNumbers.ts';
import { Flag, Id, PhoneDigits, Timestamp } from './common.ts';
import { operations } from './operation.ts';

/** A number that asked not to be texted by the organisation; `opt_in` is true once it asked to be texted again. */
export const OptOut = z.object({
  organization_id: Id,
  opt_in: z.boolean(),
  id: Id,
  created_at: Timestamp,
  updated_at: Timestamp,
  phone: PhoneDigits,
});
export type OptOut = z.output<typeof OptOut>;

export const OptOutChange = z.object({ opt_in: z.optional(Flag) });
export type OptOutChange = z.output<typeof OptOutChange>;

export const optOutOperations = operations({
  list: {
    method: 'GET',
    path: '/opt_outs',
    summary: 'List all opt outs for the current organization',
    query: PhoneNumberFilter,
    reply: z.array(OptOut),
    paged: true,
  },
  create: { method: 'POST', path: '/opt_outs', summary: 'Create a new opt out', body: PhoneNumberInput, reply: OptOut },
  get: { method: 'GET', path: '/opt_outs/:id', summary: 'Retrieve a single opt out', reply: OptOut },
  delete: { method: 'DELETE', path: '/opt_outs/:id', summary: 'Delete a single opt out', reply: OptOut },
  update: {
    method: 'PUT',
    path: '/opt_outs/:id',
    summary: 'Update a single opt out',
    description: 'The reference lists no properties; `opt_in` is read, an empty body changes nothing.',
    body: OptOutChange,
    reply: OptOut,
  },
});
