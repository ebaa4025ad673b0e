import { z } from 'zod/mini';
import { Flag, Id, limits, Paging, required, Search, Timestamp } from './common.ts';
import { operations } from './operation.ts';

/** A text to start from, with merge fields such as `{{contact.first_name}}`. */
export const MessageTemplate = z.object({
  content: z.string(),
  title: z.string(),
  /** The id of the account or organisation it belongs to, as `owner_type` says. */
  owner_id: Id,
  owner_type: z.string(),
  id: Id,
  created_at: Timestamp,
  updated_at: Timestamp,
  account_id: Id,
});
export type MessageTemplate = z.output<typeof MessageTemplate>;

export const MessageTemplateInput = z.object({
  title: required(limits.nameLength),
  content: required(limits.messageLength),
  owner_type: z.optional(z.enum(['Account', 'Organization'], { error: "must be 'Account' or 'Organization'" })),
});
export type MessageTemplateInput = z.output<typeof MessageTemplateInput>;

export const MessageTemplateChange = z.extend(z.partial(MessageTemplateInput), { is_active: z.optional(Flag) });
export type MessageTemplateChange = z.output<typeof MessageTemplateChange>;

export const MessageTemplateFilter = z.extend(Paging, { q: Search });
export type MessageTemplateFilter = z.output<typeof MessageTemplateFilter>;

export const messageTemplateOperations = operations({
  list: {
    method: 'GET',
    path: '/message_templates',
    summary: 'List all message templates for the current account',
    query: MessageTemplateFilter,
    reply: z.array(MessageTemplate),
    paged: true,
  },
  create: {
    method: 'POST',
    path: '/message_templates',
    summary: 'Create a new message template',
    description: 'Only an org_admin may set `owner_type` to Organization.',
    body: MessageTemplateInput,
    reply: MessageTemplate,
  },
  get: {
    method: 'GET',
    path: '/message_templates/:id',
    summary: 'Retrieve a single message template',
    reply: MessageTemplate,
  },
  update: {
    method: 'PUT',
    path: '/message_templates/:id',
    summary: 'Update a single message template',
    description: '`is_active` is accepted and not echoed.',
    body: MessageTemplateChange,
    reply: MessageTemplate,
  },
  delete: {
    method: 'DELETE',
    path: '/message_templates/:id',
    summary: 'Delete a single message template',
    reply: MessageTemplate,
  },
});
