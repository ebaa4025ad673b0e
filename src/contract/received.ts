import { z } from 'zod/mini';
import { Timestamp } from './common.ts';

/**
 * A web hook delivery that arrived at this installation's own receiver, as `GET /hooks/received` lists them, newest
 * first, for the account of the session. The gateway keeps the last of them in memory.
 */
export const Received = z.object({
  id: z.int().check(z.positive()),
  /** When it came first, and when it came last. */
  at: Timestamp,
  last_at: Timestamp,
  /** How often the same body came. */
  attempts: z.int().check(z.positive()),
  /** `taken`: passed on to the dashboard. Otherwise why not. */
  verdict: z.enum(['taken', 'unsigned', 'unreadable', 'stale']),
  /** As the body says, which only a right signature vouches for; null where it does not say. */
  message_id: z.nullable(z.number()),
  sender_type: z.nullable(z.string()),
  status: z.nullable(z.string()),
  about: z.nullable(z.string()),
});
export type Received = z.output<typeof Received>;

/** `GET /hooks/received/:id`: also what exactly came. */
export const ReceivedWhole = z.extend(Received, {
  /** The raw body, cut where it is very long. */
  payload: z.string(),
  /** The header `X-TextUs-Signature`. */
  signature: z.string(),
});
export type ReceivedWhole = z.output<typeof ReceivedWhole>;
