import { type Contact, contactOperations } from '#contract/contacts.ts';
import { groupOperations } from '#contract/groups.ts';
import { matches } from '#dashboard/lib/matches.ts';
import { callPage } from './client.ts';
import { PER_PAGE } from './collect.ts';
import { contacts } from './contacts.ts';
import { type Found, foundContacts, type Search } from './foundContacts.ts';
import { groups } from './groups.ts';
import { queryClient } from './queryClient.ts';

/** How many contacts have to be read: a request for each hundred of them. Asking is one request at most. */
export async function toRead({ group, q, scope }: Search): Promise<number> {
  if (group !== undefined) return (await queryClient.fetchQuery(groups.detail(group))).size;
  const filter = { ...(q && { q }), ...(scope && { scope }), per_page: 1 };
  return (await queryClient.fetchQuery({ ...contacts.list(filter), staleTime: 60_000 })).total;
}

type Options = {
  /** Requests that may be made. */
  requests: number;
  signal: AbortSignal;
  /** Goes on with what was read before, instead of beginning again. */
  from?: Found;
};

/** Reads contacts page by page and shows those that match as they are found. */
export async function findContacts(search: Search, { requests, signal, from }: Options): Promise<void> {
  const { queryKey } = foundContacts(search);
  // What the service was asked for it has settled.
  const wanted = search.group === undefined ? { ...(search.tag !== undefined && { tag: search.tag }) } : search;
  const found = new Map(from?.items.map((contact) => [contact.id, contact]));
  const [first, at] = [from?.next ?? 1, from?.at ?? Date.now()];
  for (let page = first; page < first + requests; page += 1) {
    const { items, total } = await readPage(search, page, signal);
    signal.throwIfAborted();
    // What is shown already may have been changed meanwhile.
    const shown = page > first ? queryClient.getQueryData(queryKey)?.items : undefined;
    for (const contact of shown ?? []) found.set(contact.id, contact);
    for (const contact of items) if (matches(contact, wanted)) found.set(contact.id, contact);
    const isLast = items.length < PER_PAGE || page * PER_PAGE >= total;
    const now: Found = {
      items: [...found.values()].toSorted(byNewest),
      total: found.size,
      read: Math.min(page * PER_PAGE, total),
      of: total,
      next: isLast ? null : page + 1,
      at,
    };
    queryClient.setQueryData(queryKey, now);
    if (isLast) return;
  }
}

const byNewest = (a: Contact, b: Contact) => Date.parse(b.created_at) - Date.parse(a.created_at) || b.id - a.id;

function readPage({ group, q, scope }: Search, page: number, signal: AbortSignal) {
  const how = { signal, background: true } as const;
  const query = { page, per_page: PER_PAGE };
  if (group !== undefined) return callPage(groupOperations.contacts, { params: { id: group }, query, ...how });
  return callPage(contactOperations.list, { query: { ...query, ...(q && { q }), ...(scope && { scope }) }, ...how });
}
