import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { Delivery } from '#contract/deliveries.ts';
import { WebHook } from '#contract/webHooks.ts';
import { webHookDeliveries } from '#server/db/schema/webHooks.ts';
import { engines, startTestServer, type TestServer } from '#server/testing.ts';
import { pruneDeliveries } from './webHooksPrune.ts';
import { z } from 'zod/mini';

const dayMs = 24 * 3_600_000;
const url = 'http://127.0.0.1:1/';

type Row = typeof webHookDeliveries.$inferInsert;

describe.each(engines)('old web hook deliveries on %s', (engine) => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer(engine);
  });
  afterAll(async () => {
    expect(server.problems).toEqual([]);
    await server.close();
  });

  /** A hook with deliveries of the given ages in days, oldest first; tells which message ids are left. */
  async function hookWith(rows: { days: number; status: Row['status'] }[]) {
    const { request } = await server.tenant();
    const { id } = WebHook.parse(await (await request('POST', '/api/web_hooks', { url })).json());
    const made = rows.map(({ days, status }, place) => ({
      webHookId: id,
      messageId: place + 1,
      body: '{}',
      status,
      createdAt: new Date(Date.now() - days * dayMs),
    }));
    await server.database.db.insert(webHookDeliveries).values(made);
    return async () => {
      const kept = await request('GET', `/api/web_hooks/${id}/deliveries?per_page=100`);
      return z
        .array(Delivery)
        .parse(await kept.json())
        .map(({ message_id }) => message_id)
        .toReversed();
    };
  }

  it('go after seven days, and those still to be made stay', async () => {
    const left = await hookWith([
      { days: 9, status: 'delivered' },
      { days: 8, status: 'pending' },
      { days: 7.01, status: 'failed' },
      { days: 6.99, status: 'failed' },
      { days: 0, status: 'delivered' },
    ]);
    const allOld = await hookWith([
      { days: 9, status: 'failed' },
      { days: 8, status: 'delivered' },
    ]);
    const other = await hookWith([{ days: 1, status: 'delivered' }]);
    await pruneDeliveries(server.database.db);
    expect([await left(), await allOld(), await other()]).toEqual([[2, 4, 5], [], [1]]);
  });

  it('go where a hook has more than are kept of one', async () => {
    const six = Array.from({ length: 6 }, () => ({ days: 1, status: 'delivered' as const }));
    const left = await hookWith([{ days: 1, status: 'pending' }, ...six]);
    const three = await hookWith(six.slice(3));
    await pruneDeliveries(server.database.db, new Date(), 3);
    expect([await left(), await three()]).toEqual([
      [1, 5, 6, 7],
      [1, 2, 3],
    ]);
  });

  it('are looked through every hour, by one job whoever starts', async () => {
    const { db } = server.database;
    const left = await hookWith([{ days: 8, status: 'delivered' }]);
    const waiting = async () => {
      const { rows } = (await db.execute(sql`
        select extract(epoch from start_after - now())::int as seconds from pgboss.job
        where name = 'web-hooks.prune' and state = 'created'`)) as { rows: { seconds: number }[] };
      return rows.map(({ seconds }) => Math.round(seconds / 60));
    };
    await vi.waitFor(async () => expect(await waiting()).toEqual([60]));
    // Another process starts and asks for it, too.
    await server.enqueue(db, [{ queue: 'web-hooks.prune' }]);
    expect(await waiting()).toEqual([60]);
    await db.execute(
      sql`update pgboss.job set start_after = now() where name = 'web-hooks.prune' and state = 'created'`,
    );
    await vi.waitFor(async () => expect([await left(), await waiting()]).toEqual([[], [60]]), { timeout: 10_000 });
  });
});
