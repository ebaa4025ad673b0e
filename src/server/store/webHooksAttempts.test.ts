import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { webHookDeliveries, webHooks } from '#server/db/schema/webHooks.ts';
import { engines, startTestServer, type TestServer } from '#server/testing.ts';
import type { Job } from './scope.ts';
import { type Attempt, pendingDeliveries, recordAttempt } from './webHooksAttempts.ts';

describe.each(engines)('attempts at web hooks on %s', (engine) => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer(engine);
  });
  afterAll(() => server.close());

  const failed: Attempt = { status: 503, latencyMs: 12, excerpt: 'no\u0000', retryAfterMs: null };

  /** A delivery after `attempts` failures, and what is queued when one more attempt ends. */
  async function deliveryAfter(attempts: number, installation = false) {
    const { db } = server.database;
    const { organizationId, account } = await server.tenant();
    const hook = { organizationId, accountId: account.id, url: 'http://127.0.0.1:1/', secret: 's', installation };
    const [{ id: webHookId } = { id: 0 }] = await db
      .insert(webHooks)
      .values({ ...hook, version: '2' })
      .returning();
    const [{ id } = { id: 0 }] = await db
      .insert(webHookDeliveries)
      .values({ webHookId, messageId: 1, body: '{}', attempts })
      .returning();
    const queued: Job[] = [];
    const scope = {
      db,
      origin: 'http://localhost',
      loopbackHooks: true,
      enqueue: async (_: unknown, jobs: Job[]) => {
        queued.push(...jobs);
      },
    };
    const end = async (attempt: Attempt) => {
      const [delivery] = await pendingDeliveries(scope, [{ deliveryId: id }]);
      if (!delivery) throw new Error('not pending');
      await recordAttempt(scope, delivery, attempt);
      const [row] = await db.select().from(webHookDeliveries).where(eq(webHookDeliveries.id, id));
      return { row, waitS: (queued[0]?.at?.getTime() ?? 0) / 1_000 - Date.now() / 1_000, queued };
    };
    const hooksLeft = () => db.$count(webHooks, eq(webHooks.id, webHookId));
    return { end, hooksLeft };
  }

  it.each([
    [0, 5],
    [1, 300],
    [6, 36_000],
  ])('waits after failure %i + 1 about %i seconds for the next', async (attempts, seconds) => {
    const { end } = await deliveryAfter(attempts);
    const { row, waitS } = await end(failed);
    expect(row).toMatchObject({
      status: 'pending',
      attempts: attempts + 1,
      responseStatus: 503,
      responseExcerpt: 'no',
    });
    expect(waitS).toBeGreaterThan(seconds - 2);
    expect(waitS).toBeLessThan(seconds * 1.1 + 1);
  });

  it('waits as long as it was asked to', async () => {
    const { end } = await deliveryAfter(0);
    const { waitS } = await end({ ...failed, status: 429, retryAfterMs: 60_000 });
    expect(Math.round(waitS)).toBe(60);
  });

  it('gives up after the last', async () => {
    const { end } = await deliveryAfter(7);
    const { row, queued } = await end({ ...failed, status: null });
    expect(row).toMatchObject({ status: 'failed', attempts: 8, responseStatus: null });
    expect(queued).toEqual([]);
  });

  it('takes any 2xx for delivered', async () => {
    const { end } = await deliveryAfter(1);
    const { row, queued } = await end({ ...failed, status: 204 });
    expect([row?.status, queued]).toEqual(['delivered', []]);
  });

  it('forgets a live hook whose gateway never answers, and keeps one that refuses', async () => {
    const [gone, refusing] = [await deliveryAfter(3, true), await deliveryAfter(3, true)];
    await gone.end({ ...failed, status: null });
    await refusing.end(failed);
    expect([await gone.hooksLeft(), await refusing.hooksLeft()]).toEqual([0, 1]);
  });
});
