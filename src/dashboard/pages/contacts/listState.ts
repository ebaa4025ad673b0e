import { z } from 'zod/mini';
import { limits } from '#contract/common.ts';
import { ContactScope } from '#contract/contacts.ts';
import type { ContactListFilter } from '#dashboard/api/contacts.ts';
import type { Search } from '#dashboard/api/foundContacts.ts';
import { params } from '#dashboard/lib/urlState.ts';

/** What the address says about the list. */
export const ListState = z.object({
  q: z._default(z.string().check(z.maxLength(limits.nameLength)), ''),
  scope: z.optional(ContactScope),
  /** The service can't filter by these: contacts are read and those that match are shown. */
  tag: z.optional(z.string().check(z.minLength(1), z.maxLength(limits.tagLength))),
  group: z.optional(params.id),
  sort: z._default(z.enum(['newest', 'name']), 'newest'),
  page: params.page,
  per_page: params.perPage,
});
export type ListState = z.output<typeof ListState>;

/** The request that the address stands for. */
export const filterOf = ({ q, scope, sort, page, per_page }: ListState): ContactListFilter => ({
  ...(q && { q }),
  ...(scope && { scope }),
  ...(sort === 'name' && { order_by_name_then_phone: true }),
  page,
  per_page,
});

/** What is to be found by reading; undefined where the service lists it by itself. */
export const searchOf = ({ q, scope, tag, group }: ListState): Search | undefined =>
  tag === undefined && group === undefined
    ? undefined
    : {
        ...(q && { q }),
        ...(scope && { scope }),
        ...(tag !== undefined && { tag }),
        ...(group !== undefined && { group }),
      };

export const scopes = [
  { value: undefined, label: 'All' },
  { value: 'textable', label: 'Textable' },
  { value: 'flagged', label: 'Flagged' },
  { value: 'with_notes', label: 'With notes' },
  { value: 'landlines', label: 'Landlines' },
] as const;

/** What is shown, as a sentence names it: `flagged contact`. */
export const nounOf = (scope: ContactScope | undefined): string =>
  scope === undefined
    ? 'contact'
    : {
        textable: 'contact that can be texted',
        flagged: 'flagged contact',
        with_notes: 'contact with notes',
        landlines: 'landline',
      }[scope];
