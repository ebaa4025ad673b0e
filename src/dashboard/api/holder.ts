import { queryOptions, type QueryClient } from '@tanstack/react-query';
import type { Page } from '#contract/common.ts';
import { type Contact, contactOperations } from '#contract/contacts.ts';
import { digitsOf } from '#dashboard/lib/phone.ts';
import { callPage } from './client.ts';

const STALE = 5 * 60_000;

const has = (digits: string) => (contact: Contact) => digitsOf(contact.phone) === digits;

/** The contact who has a number; null: nobody. One request, none where a list or page has told it already. */
export const holder = (phone: string) => {
  const digits = digitsOf(phone);
  return queryOptions({
    queryKey: ['contacts', 'holder', digits] as const,
    queryFn: async ({ signal }): Promise<Contact | null> => {
      const { items } = await callPage(contactOperations.list, { query: { q: digits, per_page: 5 }, signal });
      return items.find(has(digits)) ?? null;
    },
    staleTime: STALE,
  });
};

/** Who has a number, as far as anything that was read tells; undefined: not known. */
export function knownHolder(cache: QueryClient, phone: string): Contact | null | undefined {
  const digits = digitsOf(phone);
  const asked = cache.getQueryData(holder(digits).queryKey);
  if (asked !== undefined) return asked;
  const one = cache.getQueriesData<Contact>({ queryKey: ['contacts', 'detail'] }).map(([, contact]) => contact);
  const many = cache.getQueriesData<Page<Contact>>({ queryKey: ['contacts', 'list'] });
  return [...one, ...many.flatMap(([, page]) => page?.items ?? [])].find((contact) => contact && has(digits)(contact));
}
