import { z } from 'zod/mini';
import { Broadcast } from './broadcasts.ts';
import { Flag, Id, limits, Paging, required, Search, Timestamp } from './common.ts';
import { Contact } from './contacts.ts';
import { operations } from './operation.ts';

/** A named set of contacts. A locked group is kept by an integration and can't be changed here. */
export const Group = z.object({
  name: z.string(),
  account_id: Id,
  locked: z.boolean(),
  id: Id,
  created_at: Timestamp,
  updated_at: Timestamp,
  /** How many contacts are in it. */
  size: z.int().check(z.nonnegative()),
});
export type Group = z.output<typeof Group>;

export const GroupInput = z.object({ name: required(limits.nameLength) });
export type GroupInput = z.output<typeof GroupInput>;

export const GroupOrder = z.enum(['name', 'name desc', 'size', 'size desc', 'created_at', 'created_at desc'], {
  error: "order_by must be 'name', 'size' or 'created_at', with an optional ' desc'",
});
export type GroupOrder = z.output<typeof GroupOrder>;

export const GroupFilter = z.extend(Paging, { q: Search, order_by: z.optional(GroupOrder) });
export type GroupFilter = z.output<typeof GroupFilter>;

export const GroupContactsFilter = z.extend(Paging, { order_by: z.optional(GroupOrder) });
export type GroupContactsFilter = z.output<typeof GroupContactsFilter>;

/** Read from the query string or the body; the hosted service documents neither. */
const GroupDeletion = z.object({ delete_contacts: z.optional(Flag) });

export const groupOperations = operations({
  create: {
    method: 'POST',
    path: '/groups',
    summary: 'Create a new account group',
    body: GroupInput,
    reply: Group,
  },
  list: {
    method: 'GET',
    path: '/groups',
    summary: 'List all groups for the current account',
    query: GroupFilter,
    reply: z.array(Group),
    paged: true,
  },
  update: {
    method: 'PUT',
    path: '/groups/:id',
    summary: 'Update a single group',
    body: z.partial(GroupInput),
    reply: Group,
  },
  delete: {
    method: 'DELETE',
    path: '/groups/:id',
    summary: 'Delete a single group',
    description: '`delete_contacts` also deletes every contact in it, out of other groups too.',
    query: GroupDeletion,
    body: z.optional(GroupDeletion),
    reply: Group,
  },
  get: { method: 'GET', path: '/groups/:id', summary: 'Retrieve a single group', reply: Group },
  broadcasts: {
    method: 'GET',
    path: '/groups/:id/broadcasts',
    summary: 'List broadcasts for the group',
    query: Paging,
    reply: z.array(Broadcast),
    paged: true,
  },
  contacts: {
    method: 'GET',
    path: '/groups/:id/contacts',
    summary: 'List contacts for the group',
    query: GroupContactsFilter,
    reply: z.array(Contact),
    paged: true,
  },
  addContact: {
    method: 'PUT',
    path: '/groups/:id/contacts/:contact_id',
    summary: 'Add a contact to a group',
    reply: Group,
  },
  removeContact: {
    method: 'DELETE',
    path: '/groups/:id/contacts/:contact_id',
    summary: 'Remove a contact from a group',
    reply: Group,
  },
});
