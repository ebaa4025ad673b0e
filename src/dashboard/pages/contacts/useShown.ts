import { useQuery } from '@tanstack/react-query';
import type { Page } from '#contract/common.ts';
import type { Contact } from '#contract/contacts.ts';
import { contacts } from '#dashboard/api/contacts.ts';
import { foundContacts, type Search } from '#dashboard/api/foundContacts.ts';
import type { Loading } from '#dashboard/ui/List.tsx';
import { filterOf, type ListState, searchOf } from './listState.ts';

const names = new Intl.Collator(undefined, { sensitivity: 'base', numeric: true });

/** As the service orders by name. */
const byName = (a: Contact, b: Contact) =>
  names.compare(a.last_name ?? '', b.last_name ?? '') ||
  names.compare(a.first_name ?? '', b.first_name ?? '') ||
  names.compare(a.phone, b.phone);

type Shown = {
  query: Loading<Page<Contact>>;
  /** Set where the service can't filter. */
  search: Search | undefined;
  /** Of those found by reading: all, once something was read. */
  found?: { whole: readonly Contact[]; readAt: number };
};

/** The page of contacts that the address asks for: from the service, or out of those found by reading. */
export function useShown(state: ListState): Shown {
  const search = searchOf(state);
  const listed = useQuery({ ...contacts.list(filterOf(state)), enabled: search === undefined });
  const { data: found } = useQuery(foundContacts(search ?? {}));
  if (!search) return { query: listed, search };
  const whole = found && (state.sort === 'name' ? found.items.toSorted(byName) : found.items);
  const start = (state.page - 1) * state.per_page;
  return {
    query: {
      data: whole ? { items: whole.slice(start, start + state.per_page), total: whole.length } : undefined,
      error: null,
      isFetching: false,
      isPlaceholderData: false,
      refetch: () => undefined,
      dataUpdatedAt: found?.at ?? 0,
    },
    search,
    ...(found && whole && { found: { whole, readAt: found.at } }),
  };
}
