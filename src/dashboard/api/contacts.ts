import { keepPreviousData, mutationOptions, notifyManager, queryOptions } from '@tanstack/react-query';
import { type ContactChange, type ContactInput, contactOperations as operations } from '#contract/contacts.ts';
import type { QueryInput } from '#contract/operation.ts';
import { call, callPage } from './client.ts';
import { dropFound, patchContact, restore, storeContact } from './contactCache.ts';

/** What a list of contacts can be asked for. */
export type ContactListFilter = Partial<QueryInput<typeof operations.list>>;

/** Events keep what is shown fresh; this is for what was missed while nobody listened. */
const STALE = 5 * 60_000;

const all = ['contacts'] as const;

export const contacts = {
  all,
  lists: [...all, 'list'] as const,

  /** One page. Each contact on it is whole, so opening one of them costs no request. */
  list: (filter: ContactListFilter) =>
    queryOptions({
      queryKey: [...contacts.lists, filter] as const,
      queryFn: async ({ signal, client: cache }) => {
        const page = await callPage(operations.list, { query: filter, signal });
        notifyManager.batch(() => {
          for (const contact of page.items) cache.setQueryData(contacts.detail(contact.id).queryKey, contact);
        });
        return page;
      },
      placeholderData: keepPreviousData,
    }),

  detail: (id: number) =>
    queryOptions({
      queryKey: [...all, 'detail', id] as const,
      queryFn: ({ signal }) => call(operations.get, { params: { id }, signal }),
      staleTime: STALE,
    }),

  create: () =>
    mutationOptions({
      mutationFn: (body: ContactInput) => call(operations.create, { body }),
      onSuccess: (contact, _input, _result, { client: cache }) => storeContact(cache, contact),
      meta: { invalidates: [contacts.lists, ['tags']] },
    }),

  /** Changes some fields once the service has agreed: for forms, which show its refusal. */
  save: (id: number) =>
    mutationOptions({
      mutationFn: (body: ContactChange) => call(operations.update, { params: { id }, body }),
      onSuccess: (contact, _change, _result, { client: cache }) => storeContact(cache, contact),
      meta: { invalidates: [contacts.lists, ['tags']] },
    }),

  /** Changes some fields; shown at once, taken back if refused. */
  change: (id: number) =>
    mutationOptions({
      mutationFn: (body: ContactChange) => call(operations.update, { params: { id }, body }),
      onMutate: async (change, { client: cache }) => {
        await cache.cancelQueries({ queryKey: contacts.detail(id).queryKey });
        return patchContact(cache, id, change);
      },
      onError: (_error, _change, before, { client: cache }) => restore(cache, before),
      onSuccess: (contact, _change, _before, { client: cache }) => storeContact(cache, contact),
    }),

  /** Flags a contact or takes the flag away; shown at once, taken back if refused. */
  flag: () =>
    mutationOptions({
      mutationFn: ({ id, flagged }: { id: number; flagged: boolean }) =>
        call(operations.update, { params: { id }, body: { flagged } }),
      onMutate: ({ id, flagged }, { client: cache }) => patchContact(cache, id, { flagged }),
      onError: (_error, _change, before, { client: cache }) => restore(cache, before),
      onSuccess: (contact, _change, _before, { client: cache }) => storeContact(cache, contact),
    }),

  remove: () =>
    mutationOptions({
      mutationFn: (id: number) => call(operations.delete, { params: { id } }),
      onSuccess: (_answer, id, _result, { client: cache }) => {
        cache.removeQueries({ queryKey: contacts.detail(id).queryKey });
        dropFound(cache, id);
      },
      meta: { invalidates: [contacts.lists, ['tags'], ['messages', 'list']] },
    }),
};
