import { z } from 'zod/mini';
import { Flag, Id, Instant, limits, Paging, required, Timestamp } from './common.ts';
import { operations } from './operation.ts';

/** A text to every member of a group. `status` is null until it starts, then `sending`, `sent`; `held` when its time was missed. */
export const Broadcast = z.object({
  user_id: Id,
  group_id: z.nullable(Id),
  message_body: z.string(),
  status: z.nullable(z.string()),
  /** `YYYY-MM-DD HH:MM:SS UTC`; null unless it was scheduled. */
  deliver_at: z.nullable(z.string()),
  id: Id,
  created_at: Timestamp,
  updated_at: Timestamp,
  group_name: z.string(),
  /** Texts made so far; people left out are not counted. */
  total_messages: z.int().check(z.nonnegative()),
});
export type Broadcast = z.output<typeof Broadcast>;

export const BroadcastInput = z.object({
  sender: z.pipe(z.coerce.number({ error: 'must be the id of a user' }), Id),
  group: z.pipe(z.coerce.number({ error: 'must be the id of a group' }), Id),
  message_body: required(limits.messageLength),
  deliver_at: z.optional(z.nullable(Instant)),
  from_template: z.optional(Flag),
});
export type BroadcastInput = z.output<typeof BroadcastInput>;

export const BroadcastFilter = z.extend(Paging, {
  last_broadcast_to_each_group: z.optional(Flag),
  /** A day, `2026-11-24`: the broadcasts delivered or to be delivered on it, in UTC. An instant stands for its day. */
  date: z.optional(z.union([z.iso.date(), z.iso.datetime({ offset: true })], { error: 'must be an ISO 8601 date' })),
});
export type BroadcastFilter = z.output<typeof BroadcastFilter>;

export const broadcastOperations = operations({
  list: {
    method: 'GET',
    path: '/broadcasts',
    summary: 'List all broadcasts for the current account',
    query: BroadcastFilter,
    reply: z.array(Broadcast),
    paged: true,
  },
  create: {
    method: 'POST',
    path: '/broadcasts',
    summary: 'Create and send a broadcast',
    description: 'At most one a minute for each account; else 429 with `Retry-After`.',
    body: BroadcastInput,
    reply: Broadcast,
  },
  get: { method: 'GET', path: '/broadcasts/:id', summary: 'Retrieve a single broadcast', reply: Broadcast },
  delete: {
    method: 'DELETE',
    path: '/broadcasts/:id',
    summary: 'Delete a scheduled broadcast',
    description: 'Answers the broadcast as it was; 422 once it has started.',
    reply: Broadcast,
  },
});
