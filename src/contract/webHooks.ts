import { z } from 'zod/mini';
import { atMost, Id, limits, Paging, Timestamp } from './common.ts';
import { Message } from './messages.ts';
import { operations } from './operation.ts';

/** Where every message sent or received is posted to. `secret` signs version 2 payloads and is in no payload. */
export const WebHook = z.object({
  url: z.string(),
  web_hookable_type: z.string(),
  web_hookable_id: Id,
  version: z.string(),
  secret: z.string(),
  id: Id,
  created_at: Timestamp,
  updated_at: Timestamp,
});
export type WebHook = z.output<typeof WebHook>;

const Url = z.pipe(
  z.string().check(z.trim(), atMost(limits.urlLength)),
  z.url({ protocol: /^https?$/, error: 'must be a valid http or https URL' }),
);

export const WebHookInput = z.object({
  url: Url,
  version: z._default(
    z.pipe(
      z.pipe(z.union([z.string(), z.number()]), z.transform(String)),
      z.enum(['1', '2'], { error: "must be '1' or '2'" }),
    ),
    '2',
  ),
  account_id: z.optional(Id),
});
export type WebHookInput = z.output<typeof WebHookInput>;

export const WebHookChange = z.object({ url: z.optional(Url) });
export type WebHookChange = z.output<typeof WebHookChange>;

/** What a version 2 hook receives; `X-TextUs-Signature` is the lowercase hex HMAC-SHA256 of the raw body. */
export const WebHookPayload = z.object({
  /** Seconds since 1970. */
  timestamp: z.int(),
  web_hook: z.omit(WebHook, { secret: true }),
  message: z.omit(Message, { media_urls: true }),
});
export type WebHookPayload = z.output<typeof WebHookPayload>;

/** What a version 1 hook receives: unsigned, with the fields the reference lists and no more. */
export const WebHookPayloadV1 = z.object({
  body: z.string(),
  read: z.boolean(),
  broadcast_id: z.nullable(Id),
  status: z.string(),
  id: Id,
  created_at: Timestamp,
  sender: z.string(),
  sender_type: z.string(),
  recipient: z.string(),
  recipient_type: z.string(),
  sender_phone: z.string(),
  recipient_phone: z.string(),
});
export type WebHookPayloadV1 = z.output<typeof WebHookPayloadV1>;

export const webHookOperations = operations({
  list: {
    method: 'GET',
    path: '/web_hooks',
    summary: 'List all web hooks accessible by the current user',
    query: Paging,
    reply: z.array(WebHook),
    paged: true,
  },
  create: {
    method: 'POST',
    path: '/web_hooks',
    summary: 'Create a new web hook',
    description:
      'On the current account, on `account_id`, or for an org_admin without `account_id` on the organisation.',
    body: WebHookInput,
    reply: WebHook,
  },
  get: { method: 'GET', path: '/web_hooks/:id', summary: 'Retrieve a single web hook', reply: WebHook },
  update: {
    method: 'PUT',
    path: '/web_hooks/:id',
    summary: 'Update a single web hook',
    description: 'Only `url` can be changed.',
    body: WebHookChange,
    reply: WebHook,
  },
  delete: { method: 'DELETE', path: '/web_hooks/:id', summary: 'Delete a single web hook', reply: WebHook },
});
