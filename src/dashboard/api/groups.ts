import { keepPreviousData, mutationOptions, type QueryClient, queryOptions } from '@tanstack/react-query';
import type { Page, Paging } from '#contract/common.ts';
import type { Contact } from '#contract/contacts.ts';
import { type Group, type GroupInput, groupOperations as operations } from '#contract/groups.ts';
import type { QueryInput } from '#contract/operation.ts';
import { ApiError } from '#dashboard/lib/ApiError.ts';
import { call, callPage } from './client.ts';
import { contacts } from './contacts.ts';

/** What a list of groups can be asked for. */
export type GroupListFilter = Partial<QueryInput<typeof operations.list>>;
export type GroupMembersFilter = Partial<QueryInput<typeof operations.contacts>>;

const STALE = 5 * 60_000;
/** What a picker searches through without asking again; beyond that it searches by `q`. */
const PICKED = 100;

const all = ['groups'] as const;

export const groups = {
  all,
  lists: [...all, 'list'] as const,

  /** One page. Each group on it is whole, so opening one of them costs no request. */
  list: (filter: GroupListFilter) =>
    queryOptions({
      queryKey: [...groups.lists, filter] as const,
      queryFn: async ({ signal, client: cache }) => {
        const page = await callPage(operations.list, { query: filter, signal });
        for (const group of page.items) cache.setQueryData(groups.detail(group.id).queryKey, group);
        return page;
      },
      placeholderData: keepPreviousData,
    }),

  /** The groups whose name holds `q`, by name: what a picker offers. */
  choices: (q = '') => groups.list({ ...(q && { q }), order_by: 'name', per_page: PICKED }),

  detail: (id: number) =>
    queryOptions({
      queryKey: [...all, 'detail', id] as const,
      queryFn: ({ signal }) => call(operations.get, { params: { id }, signal }),
      staleTime: STALE,
    }),

  /** One page of the people in a group, each whole. */
  members: (id: number, filter: GroupMembersFilter = {}) =>
    queryOptions({
      queryKey: [...all, 'members', id, filter] as const,
      queryFn: async ({ signal, client: cache }) => {
        const page = await callPage(operations.contacts, { params: { id }, query: filter, signal });
        requirePeople(page);
        for (const contact of page.items) cache.setQueryData(contacts.detail(contact.id).queryKey, contact);
        return page;
      },
      placeholderData: keepPreviousData,
    }),

  /** One page of the broadcasts to a group, newest first. */
  broadcasts: (id: number, filter: Partial<Paging> = {}) =>
    queryOptions({
      queryKey: [...all, 'broadcasts', id, filter] as const,
      queryFn: ({ signal }) => callPage(operations.broadcasts, { params: { id }, query: filter, signal }),
      placeholderData: keepPreviousData,
    }),

  create: () =>
    mutationOptions({
      mutationFn: (body: GroupInput) => call(operations.create, { body }),
      onSuccess: (group, _input, _result, { client: cache }) => storeGroup(cache, group),
      meta: { invalidates: [groups.lists] },
    }),

  rename: (id: number) =>
    mutationOptions({
      mutationFn: (name: string) => call(operations.update, { params: { id }, body: { name } }),
      onSuccess: (group, _name, _result, { client: cache }) => storeGroup(cache, group),
      meta: { invalidates: [groups.lists] },
    }),

  /** Its people stay unless `withContacts`: then they go for good, out of every other group too. */
  remove: () =>
    mutationOptions({
      mutationFn: ({ id, withContacts }: { id: number; withContacts: boolean }) =>
        call(operations.delete, { params: { id }, query: { delete_contacts: withContacts } }),
      onSuccess: (_answer, { id, withContacts }, _result, { client: cache }) => {
        cache.removeQueries({ queryKey: groups.detail(id).queryKey });
        if (!withContacts) return;
        cache.removeQueries({ queryKey: [...contacts.all, 'detail'], type: 'inactive' });
        for (const queryKey of [contacts.all, ['tags'], ['messages']]) void cache.invalidateQueries({ queryKey });
      },
      meta: { invalidates: [groups.lists] },
    }),

  /** One who is in it already stays, once. */
  addMember: (id: number) =>
    mutationOptions({
      mutationFn: (contactId: number) => call(operations.addContact, { params: { id, contact_id: contactId } }),
      onSuccess: (group, _contactId, _result, { client: cache }) => storeGroup(cache, group),
      meta: { invalidates: [[...all, 'members', id]] },
    }),

  removeMember: (id: number) =>
    mutationOptions({
      mutationFn: (contactId: number) => call(operations.removeContact, { params: { id, contact_id: contactId } }),
      onSuccess: (group, _contactId, _result, { client: cache }) => group && storeGroup(cache, group),
      meta: { invalidates: [[...all, 'members', id]] },
    }),
};

/** Puts a group as the service told it into every place that shows it. */
function storeGroup(cache: QueryClient, group: Group): void {
  cache.setQueryData(groups.detail(group.id).queryKey, group);
  cache.setQueriesData<Page<Group>>({ queryKey: groups.lists }, (page) =>
    page?.items.some(({ id }) => id === group.id)
      ? { ...page, items: page.items.map((item) => (item.id === group.id ? group : item)) }
      : page,
  );
}

/** The reference's sample of this operation shows the group itself, which, read kindly, is a person without a number. */
function requirePeople({ items }: Page<Contact>) {
  if (items.some(({ phone }) => phone === '')) throw new ApiError(200, 'This service does not tell who is in a group.');
}
