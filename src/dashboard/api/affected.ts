import type { Memberships } from './memberships.ts';

/** The groups of a contact; undefined while they are not known. */
export const groupsOf = (all: Memberships | undefined, contactId: number | undefined) =>
  all && contactId !== undefined ? (all[contactId] ?? []) : undefined;
