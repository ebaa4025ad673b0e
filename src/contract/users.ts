import { z } from 'zod/mini';
import { Flag, Id, Paging, Timestamp } from './common.ts';
import { operations } from './operation.ts';

/** Someone who signs in. `role` is an open set; known are `standard_user`, `admin` and `org_admin`. */
export const User = z.object({
  email: z.string(),
  first_name: z.nullable(z.string()),
  last_name: z.nullable(z.string()),
  account_id: Id,
  role: z.string(),
  archived: z.boolean(),
  last_sign_in_at: z.nullable(Timestamp),
  should_play_audio: z.boolean(),
  forward_messages: z.string(),
  terms_accepted: z.boolean(),
  id: Id,
  created_at: Timestamp,
  updated_at: Timestamp,
  web_push_enabled: z.boolean(),
  v3_enabled: z.boolean(),
});
export type User = z.output<typeof User>;

export const UserFilter = z.extend(Paging, { include_archived: z.optional(Flag) });
export type UserFilter = z.output<typeof UserFilter>;

export const userOperations = operations({
  list: {
    method: 'GET',
    path: '/users',
    summary: 'List all users for the current account',
    query: UserFilter,
    reply: z.array(User),
    paged: true,
  },
  // Before `get`, so that a router which matches in order never reads "current" as an id.
  current: {
    method: 'GET',
    path: '/users/current',
    summary: 'Retrieve the current user',
    description: 'An array of one.',
    reply: z.array(User),
  },
  get: { method: 'GET', path: '/users/:id', summary: 'Retrieve a single user', reply: User },
});
