import { queryOptions } from '@tanstack/react-query';
import type { Contact } from '#contract/contacts.ts';
import type { Wanted } from '#dashboard/lib/matches.ts';
import { contacts } from './contacts.ts';

/** Contacts that the service can't list by itself: of a group, with a tag, in a scope. */
export type Search = Wanted & { group?: number };

/** Those found so far, newest first. */
export type Found = {
  items: readonly Contact[];
  /** For whoever changes a list of contacts: how many are here. */
  total: number;
  /** How many contacts were read, of how many, and the page to go on with; null: all were read. */
  read: number;
  of: number;
  next: number | null;
  /** When reading began. */
  at: number;
};

/** What was found last, if anything. Only `findContacts` fills it; a change of a contact is shown in it as in any list. */
export const foundContacts = (search: Search) =>
  queryOptions({
    queryKey: [...contacts.lists, 'found', search] as const,
    queryFn: (): Found | null => null,
    enabled: false,
    gcTime: 30 * 60_000,
    structuralSharing: false,
  });
