import { createHmac } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Backstage, Job } from '#server/store/scope.ts';
import { type Attempt, type Delivery, pendingDeliveries, recordAttempt } from '#server/store/webHooksAttempts.ts';
import { post, timeoutMs } from './post.ts';
import type { Worker } from './queue.ts';

/** A batch waits this long for its answers; slower ones are waited for beside the next batches. */
const patienceMs = 1_000;
/** An endpoint that has kept this many waiting gets no more for now. */
const slowAtMost = 4;
/** A slow attempt that its process took down with it is made again after this long. */
const slowAgainMs = timeoutMs + 5_000;

/** Posts to web hooks, many at once. Nobody waits for someone else's slow server for more than a moment. */
export function deliverWebHooks(scope: Backstage, log: (error: Error) => void): Worker<'web-hooks.deliver'> {
  /** By hook, how many answers are being waited for beside the batches. */
  const slow = new Map<number, number>();
  const isSlow = ({ hookId }: Delivery) => (slow.get(hookId) ?? 0) >= slowAtMost;
  const count = ({ hookId }: Delivery, change: number) => {
    const now = (slow.get(hookId) ?? 0) + change;
    if (now > 0) slow.set(hookId, now);
    else slow.delete(hookId);
  };
  /** Waits for a slow answer in the background; a job that is due later remembers it if this process can't. */
  const leave = (delivery: Delivery, ending: Promise<void>) => {
    count(delivery, 1);
    void ending.catch((error: Error) => log(error)).finally(() => count(delivery, -1));
    return again(delivery, slowAgainMs);
  };
  return {
    queue: 'web-hooks.deliver',
    batchSize: 50,
    batches: 2,
    run: async (jobs) => {
      const due = await pendingDeliveries(scope, jobs);
      const { postponed = [], now = [] } = Object.groupBy(due, (one) => (isSlow(one) ? 'postponed' : 'now'));
      const later = postponed.map((delivery) => again(delivery, timeoutMs * (1 + Math.random())));
      const ended = new Set<Delivery>();
      const attempts = now.map((delivery) => {
        const ending = attemptOnce(scope, delivery).finally(() => ended.add(delivery));
        return { delivery, ending };
      });
      await Promise.race([Promise.allSettled(attempts.map(({ ending }) => ending)), pause(patienceMs)]);
      for (const { delivery, ending } of attempts) {
        if (!ended.has(delivery)) later.push(leave(delivery, ending));
        // What went wrong on our side is thrown, so that the batch is tried again.
        else await ending;
      }
      await scope.enqueue(scope.db, later);
    },
  };
}

const again = ({ id, attempts }: Delivery, ms: number): Job => ({
  queue: 'web-hooks.deliver',
  deliveryId: id,
  attempt: attempts,
  at: new Date(Date.now() + ms),
});

/** Posts to this installation's own gateway, one after the other, so that changes arrive in their order. */
export const deliverLive = (scope: Backstage): Worker<'web-hooks.deliver-live'> => ({
  queue: 'web-hooks.deliver-live',
  batchSize: 50,
  run: async (jobs) => {
    for (const job of jobs) {
      for (const delivery of await pendingDeliveries(scope, [job])) await attemptOnce(scope, delivery);
    }
  },
});

const attemptOnce = async (scope: Backstage, delivery: Delivery) =>
  recordAttempt(scope, delivery, await attempt(scope, delivery));

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
  if (error.name === 'TimeoutError') return `No answer within ${timeoutMs / 1_000} seconds`;
  return error.cause instanceof Error ? error.cause.message : error.message || 'No answer';
};
