import { and, eq } from 'drizzle-orm';
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

/** A delivery to make; null once it was made or given up, or its hook is gone. */
export async function pendingDelivery({ db }: Backstage, id: number): Promise<Delivery | null> {
  const [row] = await db
    .select({ delivery: webHookDeliveries, hook: webHooks })
    .from(webHookDeliveries)
    .innerJoin(webHooks, eq(webHooks.id, webHookDeliveries.webHookId))
    .where(and(eq(webHookDeliveries.id, id), eq(webHookDeliveries.status, 'pending')));
  if (!row) return null;
  const { id: hookId, url, version, secret, installation } = row.hook;
  return { id, hookId, url, version, secret, installation, body: row.delivery.body, attempts: row.delivery.attempts };
}

/** Writes an attempt down and, when it failed, queues the next in the same transaction until no pause is left. */
export async function recordAttempt(scope: Backstage, delivery: Delivery, attempt: Attempt): Promise<void> {
  const delivered = attempt.status !== null && attempt.status >= 200 && attempt.status < 300;
  const pause = (delivery.installation ? livePauses : pauses)[delivery.attempts];
  if (delivery.installation && (delivered || pause === undefined)) return forget(scope, delivery, attempt);
  const again = !delivered && pause !== undefined;
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
      })
      .where(eq(webHookDeliveries.id, delivery.id));
    if (!again) return;
    const wait = Math.max(pause * 1_000 * (1 + Math.random() * jitter), attempt.retryAfterMs ?? 0);
    const at = new Date(Date.now() + Math.min(wait, longestPauseMs));
    const queue = delivery.installation ? 'web-hooks.deliver-live' : 'web-hooks.deliver';
    await scope.enqueue(db, [{ queue, deliveryId: delivery.id, at }]);
  });
}

/** Live deliveries leave no record. A gateway that never answered has ended; its hook ends with it. */
async function forget({ db }: Backstage, delivery: Delivery, { status }: Attempt): Promise<void> {
  await db.delete(webHookDeliveries).where(eq(webHookDeliveries.id, delivery.id));
  if (status === null) await db.delete(webHooks).where(eq(webHooks.id, delivery.hookId));
}
