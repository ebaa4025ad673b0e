import { useQuery } from '@tanstack/react-query';
import type { Page } from '#contract/common.ts';
import type { Contact } from '#contract/contacts.ts';
import { contacts } from '#dashboard/api/contacts.ts';
import { foundContacts, type Search } from '#dashboard/api/foundContacts.ts';
import { byName, foundPage } from '#dashboard/parts/foundPage.ts';
import type { Loading } from '#dashboard/ui/List.tsx';
import { filterOf, type ListState, searchOf } from './listState.ts';

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
  return {
    query: foundPage(whole, state, found),
    search,
    ...(found && whole && { found: { whole, readAt: found.at } }),
  };
}
