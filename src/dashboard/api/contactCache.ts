import type { QueryClient } from '@tanstack/react-query';
import type { Page } from '#contract/common.ts';
import type { Contact, ContactChange } from '#contract/contacts.ts';

const detail = (id: number) => ['contacts', 'detail', id] as const;
const lists = { queryKey: ['contacts', 'list'] } as const;

/** What was cached before a change, for `restore`. */
export type Before = readonly (readonly [key: readonly unknown[], value: unknown])[];

/** Puts a contact as the service told it into every place that shows it. */
export function storeContact(cache: QueryClient, contact: Contact): void {
  cache.setQueryData(detail(contact.id), contact);
  cache.setQueriesData<Page<Contact>>(lists, (page) => page && replaced(page, contact.id, () => contact));
}

/** Shows a change ahead of the answer, but for what only the service can settle: the phone and its country. */
export function patchContact(
  cache: QueryClient,
  id: number,
  change: ContactChange & Partial<Pick<Contact, 'opted_out'>>,
): Before {
  const { phone: _phone, country: _country, ...rest } = change;
  const known = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
  const before: Before = [[detail(id), cache.getQueryData(detail(id))], ...cache.getQueriesData(lists)];
  cache.setQueryData<Contact>(detail(id), (old) => old && { ...old, ...known });
  cache.setQueriesData<Page<Contact>>(lists, (page) => page && replaced(page, id, (old) => ({ ...old, ...known })));
  return before;
}

/** Takes a contact that is gone out of what was found by reading; the lists are read again. */
export function dropFound(cache: QueryClient, id: number): void {
  cache.setQueriesData<Page<Contact>>({ queryKey: [...lists.queryKey, 'found'] }, (found) => {
    const items = found?.items.filter((contact) => contact.id !== id);
    return found && items && { ...found, items, total: items.length };
  });
}

/** Puts back what `patchContact` found. */
export function restore(cache: QueryClient, before: Before | undefined): void {
  for (const [key, value] of before ?? []) cache.setQueryData(key, value);
}

const replaced = (page: Page<Contact>, id: number, change: (old: Contact) => Contact): Page<Contact> =>
  page.items.some((item) => item.id === id)
    ? { ...page, items: page.items.map((item) => (item.id === id ? change(item) : item)) }
    : page;
