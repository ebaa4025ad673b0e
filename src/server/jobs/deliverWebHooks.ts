import { createHmac } from 'node:crypto';
import type { Backstage } from '#server/store/scope.ts';
import { type Attempt, type Delivery, pendingDelivery, recordAttempt } from '#server/store/webHooksAttempts.ts';
import { post } from './post.ts';
import type { Worker } from './queue.ts';

/** Posts to web hooks, several at once; one slow server holds up few others. */
export const deliverWebHooks = (scope: Backstage): Worker<'web-hooks.deliver'> => ({
  queue: 'web-hooks.deliver',
  batchSize: 10,
  batches: 4,
  run: async (jobs) => {
    await Promise.all(jobs.map(({ deliveryId }) => deliver(scope, deliveryId)));
  },
});

/** Posts to this installation's own gateway, one after the other, so that changes arrive in their order. */
export const deliverLive = (scope: Backstage): Worker<'web-hooks.deliver-live'> => ({
  queue: 'web-hooks.deliver-live',
  batchSize: 50,
  run: async (jobs) => {
    for (const { deliveryId } of jobs) await deliver(scope, deliveryId);
  },
});

async function deliver(scope: Backstage, id: number): Promise<void> {
  const delivery = await pendingDelivery(scope, id);
  if (delivery) await recordAttempt(scope, delivery, await attempt(scope, delivery));
}

async function attempt({ loopbackHooks }: Backstage, delivery: Delivery): Promise<Attempt> {
  const { url, version, secret, body, installation } = delivery;
  const start = performance.now();
  const latencyMs = () => Math.round(performance.now() - start);
  const headers = {
    'Content-Type': 'application/json',
    'User-Agent': 'Switchboard',
    ...(version === '2' && { 'X-TextUs-Signature': signature(secret, body) }),
  };
  const allowed = loopbackHooks ? 'public and loopback' : 'public';
  try {
    const { status, excerpt, retryAfter } = await post(url, headers, body, installation ? 'anywhere' : allowed);
    return { status, latencyMs: latencyMs(), excerpt, retryAfterMs: waitAsked(retryAfter) };
  } catch (error) {
    return { status: null, latencyMs: latencyMs(), excerpt: reasonOf(error), retryAfterMs: null };
  }
}

const signature = (secret: string, body: string) => createHmac('sha256', secret).update(body).digest('hex');

/** `Retry-After` in seconds or as a date. */
function waitAsked(header: string | undefined): number | null {
  if (!header) return null;
  const ms = /^\d+$/.test(header) ? Number(header) * 1_000 : Date.parse(header) - Date.now();
  return Number.isFinite(ms) ? Math.max(ms, 0) : null;
}

const reasonOf = (error: unknown) => {
  if (!(error instanceof Error)) return 'No answer';
  return error.cause instanceof Error ? error.cause.message : error.message;
};
