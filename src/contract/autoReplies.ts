import { z } from 'zod/mini';
import { Flag, Id, limits, Paging, required, Timestamp } from './common.ts';
import { operations } from './operation.ts';

/** What answers an inbound text by itself while it is the account's active one. */
export const AutoReply = z.object({
  account_id: Id,
  message: z.string(),
  is_active: z.boolean(),
  id: Id,
  created_at: Timestamp,
  updated_at: Timestamp,
});
export type AutoReply = z.output<typeof AutoReply>;

export const AutoReplyInput = z.object({ message: required(limits.messageLength), is_active: z.optional(Flag) });
export type AutoReplyInput = z.output<typeof AutoReplyInput>;

export const AutoReplyChange = z.partial(AutoReplyInput);
export type AutoReplyChange = z.output<typeof AutoReplyChange>;

export const autoReplyOperations = operations({
  list: {
    method: 'GET',
    path: '/auto_replies',
    summary: 'List all auto replies for the current account',
    query: Paging,
    reply: z.array(AutoReply),
    paged: true,
  },
  create: {
    method: 'POST',
    path: '/auto_replies',
    summary: 'Create a new account auto reply',
    description: 'At most one is active: activating one switches the others off.',
    body: AutoReplyInput,
    reply: AutoReply,
  },
  get: { method: 'GET', path: '/auto_replies/:id', summary: 'Retrieve a single auto reply', reply: AutoReply },
  update: {
    method: 'PUT',
    path: '/auto_replies/:id',
    summary: 'Update a single auto reply',
    body: AutoReplyChange,
    reply: AutoReply,
  },
  delete: { method: 'DELETE', path: '/auto_replies/:id', summary: 'Delete a single auto reply', reply: AutoReply },
});
