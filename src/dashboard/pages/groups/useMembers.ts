import { useQuery } from '@tanstack/react-query';
import type { Page } from '#contract/common.ts';
import type { Contact } from '#contract/contacts.ts';
import { foundContacts, type Search } from '#dashboard/api/foundContacts.ts';
import { groups } from '#dashboard/api/groups.ts';
import { byName, foundPage } from '#dashboard/parts/foundPage.ts';
import type { Loading } from '#dashboard/ui/List.tsx';
import type { MembersState } from './listState.ts';

type Members = {
  query: Loading<Page<Contact>>;
  /** Set where the service can't search. */
  search?: Search;
  /** Of those found by reading: all, once something was read. */
  found?: { whole: readonly Contact[]; readAt: number };
};

/** A page of the people of a group: from the service, or with a search out of those found by reading the group. */
export function useMembers(id: number, { q, sort, page, per_page }: MembersState): Members {
  const search = q === '' ? undefined : { group: id, q };
  const listed = useQuery({ ...groups.members(id, { order_by: sort, page, per_page }), enabled: !search });
  const { data: found } = useQuery(foundContacts(search ?? {}));
  if (!search) return { query: listed };
  const whole = found && sorted(found.items, sort);
  return {
    query: foundPage(whole, { page, per_page }, found),
    search,
    ...(found && whole && { found: { whole, readAt: found.at } }),
  };
}

/** Found are the newest first. */
function sorted(items: readonly Contact[], sort: MembersState['sort']): readonly Contact[] {
  if (sort === 'created_at desc') return items;
  if (sort === 'created_at') return items.toReversed();
  return items.toSorted(sort === 'name' ? byName : (a, b) => byName(b, a));
}
