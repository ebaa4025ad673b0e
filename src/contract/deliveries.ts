import { z } from 'zod/mini';
import { Id, Paging, Timestamp } from './common.ts';
import { operations } from './operation.ts';

/**
 * What a web hook was, or is to be, sent. An extension of our own server: the reference has no such operations, so they
 * are neither in `api` nor in the OpenAPI document, and a hosted service answers 404.
 */
export const Delivery = z.object({
  id: Id,
  web_hook_id: Id,
  message_id: Id,
  /** `pending` until an attempt succeeds (`delivered`) or the last one fails (`failed`). */
  status: z.enum(['pending', 'delivered', 'failed']),
  attempts: z.int().check(z.nonnegative()),
  /** HTTP status of the last attempt; null when nothing was answered, or before the first. */
  response_status: z.nullable(z.int()),
  /** How long the last attempt took. */
  latency_ms: z.nullable(z.int()),
  /** The beginning of what was answered, or why nothing was. */
  response_excerpt: z.nullable(z.string()),
  attempted_at: z.nullable(Timestamp),
  /** When a failed attempt is made again; null otherwise. */
  next_attempt_at: z.nullable(Timestamp),
  /** The exact body that is posted. */
  payload: z.string(),
  created_at: Timestamp,
});
export type Delivery = z.output<typeof Delivery>;

export const DeliveryFilter = z.extend(Paging, {
  status: z.optional(
    z.enum(['pending', 'delivered', 'failed'], { error: "status must be 'pending', 'delivered' or 'failed'" }),
  ),
});
export type DeliveryFilter = z.output<typeof DeliveryFilter>;

export const deliveryOperations = operations({
  list: {
    method: 'GET',
    path: '/web_hooks/:id/deliveries',
    summary: 'List what a web hook was sent, newest first',
    description: 'Of the last seven days, and at most the newest 10,000.',
    query: DeliveryFilter,
    reply: z.array(Delivery),
    paged: true,
  },
  redeliver: {
    method: 'POST',
    path: '/web_hooks/:id/deliveries/:delivery_id/redeliver',
    summary: 'Send a delivery again now',
    description: 'One that ended is sent as a new delivery with the same payload; one that waits is tried at once.',
    reply: Delivery,
  },
  test: {
    method: 'POST',
    path: '/web_hooks/:id/test',
    summary: 'Send a web hook its newest message, or a made-up one where there is none',
    reply: Delivery,
  },
});
