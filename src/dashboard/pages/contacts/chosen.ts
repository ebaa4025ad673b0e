import type { Contact } from '#contract/contacts.ts';
import type { Everybody } from '#dashboard/jobs/people.ts';
import type { Chosen } from '#dashboard/lib/useSelection.ts';
import type { ListState } from './listState.ts';

/** Of those found by reading, all are at hand. */
export const atHand = (chosen: Chosen<Contact>, whole: readonly Contact[] | undefined): Chosen<Contact> =>
  chosen.kind === 'some' || !whole
    ? chosen
    : { kind: 'some', rows: whole.filter(({ id }) => !chosen.except.includes(id)) };

/** What a job reads for all that match, where the service lists them by itself. */
export const everybodyOf = ({ q, scope }: ListState): Everybody => ({
  list: { ...(q && { q }), ...(scope && { scope }) },
});
