import { z } from 'zod/mini';
import { Budget } from './budget.ts';
import { Id } from './common.ts';
import { WebHookPayload } from './webHooks.ts';

/**
 * One event of `GET /events` (server-sent, without event names): what happened in the account of the session.
 * After a break the browser's `Last-Event-ID` brings what was missed; events may come twice, so upsert by id.
 */
export const LiveEvent = z.discriminatedUnion('type', [
  /** First on every connection: nothing was missed, what was follows. */
  z.object({ type: z.literal('ready') }),
  /** First on a connection that can't be continued: anything may have changed, refetch. */
  z.object({ type: z.literal('resync') }),
  /** A message was created, received or changed its status. An older `updated_at` than the one known is stale. */
  z.object({ type: z.literal('message'), message: WebHookPayload.shape.message }),
  /**
   * Something was changed through this gateway, or a web hook hinted at it without carrying enough. `resource` is a key
   * of the contract's `api`; `id` is the first in the path; `tab` is the header `X-Tab` of the request that did it.
   */
  z.object({
    type: z.literal('changed'),
    resource: z.string(),
    operation: z.nullable(z.string()),
    id: z.nullable(Id),
    tab: z.nullable(z.string()),
  }),
  /** What the session's user may still spend has changed; not kept for after a break. */
  z.object({ type: z.literal('budget'), budget: Budget }),
  /** From now on messages do, or no longer do, arrive by themselves: `Session.live`. */
  z.object({ type: z.literal('live'), on: z.boolean() }),
  /** The session has ended and the stream closes; don't reconnect. */
  z.object({ type: z.literal('ended') }),
]);
export type LiveEvent = z.output<typeof LiveEvent>;

/** How often an idle stream says that it is alive (an SSE comment); silent for twice as long is broken. */
export const heartbeatMs = 15_000;
