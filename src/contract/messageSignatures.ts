import { z } from 'zod/mini';
import { Flag, Id, limits, Paging, required, Timestamp } from './common.ts';
import { operations } from './operation.ts';

/** What is appended to every outbound text while it is the account's active one. */
export const MessageSignature = z.object({
  content: z.string(),
  is_active: z.boolean(),
  account_id: Id,
  id: Id,
  created_at: Timestamp,
  updated_at: Timestamp,
});
export type MessageSignature = z.output<typeof MessageSignature>;

export const MessageSignatureInput = z.object({ content: required(limits.messageLength), is_active: z.optional(Flag) });
export type MessageSignatureInput = z.output<typeof MessageSignatureInput>;

export const MessageSignatureChange = z.partial(MessageSignatureInput);
export type MessageSignatureChange = z.output<typeof MessageSignatureChange>;

export const messageSignatureOperations = operations({
  list: {
    method: 'GET',
    path: '/message_signatures',
    summary: 'List all message signatures for the current account',
    query: Paging,
    reply: z.array(MessageSignature),
    paged: true,
  },
  create: {
    method: 'POST',
    path: '/message_signatures',
    summary: 'Create a new message signature',
    description: 'At most one is active: activating one switches the others off.',
    body: MessageSignatureInput,
    reply: MessageSignature,
  },
  get: {
    method: 'GET',
    path: '/message_signatures/:id',
    summary: 'Retrieve a single message signature',
    reply: MessageSignature,
  },
  update: {
    method: 'PUT',
    path: '/message_signatures/:id',
    summary: 'Update a single message signature',
    body: MessageSignatureChange,
    reply: MessageSignature,
  },
  delete: {
    method: 'DELETE',
    path: '/message_signatures/:id',
    summary: 'Delete a single message signature',
    reply: MessageSignature,
  },
});
