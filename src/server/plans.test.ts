import { type SQL, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from './db/database.ts';
import { bigReads, seedScale } from './seed/scale.ts';
import { engines, openFresh, serve } from './testing.ts';

/** Tables of which a page never reads everything, and those of which a count may where they are small. */
const big = ['contacts', 'conversations', 'messages', 'group_members'];
const growing = [...big, 'opt_outs', 'broadcasts'];
type Query = { text: string; params: unknown[] };

/** A query with its parameters, as `explain` takes it. */
function bound({ text, params }: Query): SQL {
  const parts = text.split(/\$(\d+)/);
  return sql.join(parts.map((part, n) => (n % 2 === 1 ? sql`${params[Number(part) - 1]}` : sql.raw(part))));
}

/** Tables that a plan reads from end to end. */
function scanned(plan: unknown): string[] {
  if (Array.isArray(plan)) return plan.flatMap(scanned);
  if (typeof plan !== 'object' || plan === null) return [];
  const { 'Node Type': node, 'Relation Name': table } = plan as Record<string, unknown>;
  return [...(node === 'Seq Scan' ? [String(table)] : []), ...Object.values(plan).flatMap(scanned)];
}

describe.each(engines)('on %s', (engine) => {
  const asked: Query[] = [];
  let database: Database;
  let server: Awaited<ReturnType<typeof serve>>;
  const logger = { logQuery: (text: string, params: unknown[]) => void asked.push({ text, params }) };
  beforeAll(async () => {
    database = await openFresh(engine, logger);
    server = await serve(database);
  }, 120_000);
  afterAll(() => server.close());

  /** What the planner would read from end to end; with scans `off`: what no index leads to. */
  const scans = (query: Query, on: 'on' | 'off' = 'on') =>
    database.db.transaction(async (tx) => {
      await tx.execute(sql.raw(`set local enable_seqscan = ${on}`));
      const { rows } = (await tx.execute(sql`explain (format json) ${bound(query)}`)) as { rows: object[] };
      return scanned(rows);
    });

  it('every list, search and inbox query is led by an index', { timeout: 240_000 }, async () => {
    const { account, organizationId, user, request } = await server.tenant();
    const tenant = { accountId: account.id, organizationId, userId: user.id };
    await seedScale(database.db, { ...tenant, contacts: 6_000, messages: 25_000 });
    const found: object[] = [];
    for (const path of bigReads({ contact: 77, group: 7 })) {
      asked.length = 0;
      expect([path, (await request('GET', `/api${path}`)).status]).toEqual([path, 200]);
      const reads = asked.filter(({ text }) => text.startsWith('select') && !text.includes('pgboss'));
      expect(reads.length).toBeGreaterThan(0);
      for (const query of reads) {
        const isPage = query.text.includes('limit');
        const tables = isPage ? (await scans(query)).filter((table) => big.includes(table)) : [];
        const unbacked = (await scans(query, 'off')).filter((table) => growing.includes(table));
        if (tables.length + unbacked.length > 0) found.push({ path, tables, unbacked, query: query.text });
      }
    }
    expect(found).toEqual([]);
  });
});
