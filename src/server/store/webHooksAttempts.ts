import { and, eq, inArray } from 'drizzle-orm';
import { webHookDeliveries, webHooks } from '#server/db/schema/webHooks.ts';
import type { Backstage } from './scope.ts';

/** Seconds between one attempt and the next. */
const pauses = [5, 300, 1_800, 7_200, 18_000, 36_000, 36_000];
/** The installation's own gateway is near: it answers soon or is gone. */
const livePauses = [1, 5, 30];
/** Each pause is longer by up to this share, so that what failed together does not come back together. */
const jitter = 0.1;
const longestPauseMs = 24 * 3_600_000;
const excerptLength = 1_000;

/** A delivery that is still to be made. */
export type Delivery = {
  id: number;
  hookId: number;
  url: string;
  version: '1' | '2';
  secret: string;
  body: string;
  attempts: number;
  installation: boolean;
};

/** How one attempt went. `status` null: no answer. */
export type Attempt = { status: number | null; latencyMs: number; excerpt: string; retryAfterMs: number | null };

/** What is to be delivered; `attempt`: only while exactly so many were made, else another job saw to it. */
type Due = { deliveryId: number; attempt?: number };

/** The deliveries still to be made: neither made nor given up, and their hook is still there. */
export async function pendingDeliveries({ db }: Backstage, due: Due[]): Promise<Delivery[]> {
  const attempts = new Map(due.map(({ deliveryId, attempt }) => [deliveryId, attempt]));
  const rows = await db
    .select({ delivery: webHookDeliveries, hook: webHooks })
    .from(webHookDeliveries)
    .innerJoin(webHooks, eq(webHooks.id, webHookDeliveries.webHookId))
    .where(and(inArray(webHookDeliveries.id, [...attempts.keys()]), eq(webHookDeliveries.status, 'pending')));
  return rows
    .filter(({ delivery }) => (attempts.get(delivery.id) ?? delivery.attempts) === delivery.attempts)
    .map(({ delivery: { id, body, attempts }, hook: { id: hookId, url, version, secret, installation } }) => ({
      id,
      hookId,
      url,
      version,
      secret,
      installation,
      body,
      attempts,
    }));
}

/** Writes an attempt down and, when it failed, queues the next in the same transaction until no pause is left. */
export async function recordAttempt(scope: Backstage, delivery: Delivery, attempt: Attempt): Promise<void> {
  const delivered = attempt.status !== null && attempt.status >= 200 && attempt.status < 300;
  const pause = (delivery.installation ? livePauses : pauses)[delivery.attempts];
  if (delivery.installation && (delivered || pause === undefined)) return forget(scope, delivery, attempt);
  const again = !delivered && pause !== undefined;
  const wait = Math.max((pause ?? 0) * 1_000 * (1 + Math.random() * jitter), attempt.retryAfterMs ?? 0);
  const at = again ? new Date(Date.now() + Math.min(wait, longestPauseMs)) : null;
  await scope.db.transaction(async (db) => {
    await db
      .update(webHookDeliveries)
      .set({
        status: delivered ? 'delivered' : again ? 'pending' : 'failed',
        attempts: delivery.attempts + 1,
        responseStatus: attempt.status,
        latencyMs: attempt.latencyMs,
        // PostgreSQL's text holds everything but this character.
        responseExcerpt: attempt.excerpt.replaceAll('\u0000', '').slice(0, excerptLength),
        attemptedAt: new Date(),
        nextAttemptAt: at,
      })
      .where(eq(webHookDeliveries.id, delivery.id));
    if (!at) return;
    const queue = delivery.installation ? 'web-hooks.deliver-live' : 'web-hooks.deliver';
    await scope.enqueue(db, [{ queue, deliveryId: delivery.id, attempt: delivery.attempts + 1, at }]);
  });
}

/** Live deliveries leave no record. A gateway that never answered has ended; its hook ends with it. */
async function forget({ db }: Backstage, delivery: Delivery, { status }: Attempt): Promise<void> {
  await db.delete(webHookDeliveries).where(eq(webHookDeliveries.id, delivery.id));
  if (status === null) await db.delete(webHooks).where(eq(webHooks.id, delivery.hookId));
}
