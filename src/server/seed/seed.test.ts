import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoLogin } from '#server/store/demo.ts';
import type { Job } from '#server/store/scope.ts';
import { engines, startTestServer, type TestServer } from '#server/testing.ts';
import { seedDemo } from './seed.ts';

const now = new Date('2026-11-24T21:41:00Z');

/** The whole of a table but what differs by design: hashes are salted. */
const dump = async (server: TestServer) => {
  const tables = ['contacts', 'messages', 'groups', 'group_members', 'tags', 'broadcasts', 'broadcast_recipients'];
  const texts = await Promise.all(
    tables.map((table) =>
      server.database.db.execute(
        sql`select md5(string_agg(t::text, '|' order by t::text)) as sum from ${sql.identifier(table)} t`,
      ),
    ),
  );
  return texts.map((result) => (result as { rows: unknown[] }).rows);
};

describe.each(engines)('the demo data on %s', (engine) => {
  let server: TestServer;
  const queued: Job[] = [];
  const count = async (query: ReturnType<typeof sql>) => {
    const result = (await server.database.db.execute(sql`select count(*)::int as n from (${query}) q`)) as {
      rows: { n: number }[];
    };
    return result.rows[0]?.n;
  };
  const get = (path: string) =>
    server.app.request(path, {
      headers: { Authorization: `Basic ${btoa(`${demoLogin.username}:${demoLogin.password}`)}` },
    });

  beforeAll(async () => {
    server = await startTestServer(engine);
    await seedDemo(server.database.db, { contacts: 300, now, enqueue: async (_tx, jobs) => void queued.push(...jobs) });
  });
  afterAll(() => server.close());

  it('are the same for the same moment, and a second start adds none', async () => {
    const before = await dump(server);
    await seedDemo(server.database.db, { contacts: 300, now, enqueue: async () => {} });
    expect(await dump(server)).toEqual(before);
    const other = await startTestServer(engine);
    await seedDemo(other.database.db, { contacts: 300, now, enqueue: async () => {} });
    expect(await dump(other)).toEqual(before);
    await other.close();
  });

  it('keep what is derived in step with what it is derived from', async () => {
    const wrong = {
      newest: sql`select from contacts c left join conversations on contact_id = c.id where last_message_id is distinct from
        (select id from messages m where m.contact_id = c.id order by at desc, id desc limit 1)`,
      newestAt: sql`select from conversations c join messages m on m.id = last_message_id
        where m.at <> last_message_at or m.account_id <> c.account_id`,
      sizes: sql`select from groups g where size <> (select count(*) from group_members m where m.group_id = g.id)`,
      uses: sql`select from tags t where uses <> (select count(*) from contacts c where t.name = any(c.tags))`,
      untold: sql`select unnest(tags) from contacts except select name from tags`,
      totals: sql`select from broadcasts b where total_messages <>
        (select count(*) from messages m where m.broadcast_id = b.id)`,
      recipients: sql`select from broadcasts b where status = 'sent' and total_messages <>
        (select count(*) from broadcast_recipients r where r.broadcast_id = b.id and r.state = 'sent')`,
    };
    for (const [what, query] of Object.entries(wrong)) expect(await count(query), what).toBe(0);
  });

  it('lie in the past, after their contact was made, and scheduled ones in the future with their job', async () => {
    const at = now.toISOString();
    expect(await count(sql`select from messages where at > ${at}::timestamptz`)).toBe(0);
    expect(
      await count(sql`select from messages m join contacts c on c.id = m.contact_id where m.at < c.created_at`),
    ).toBe(0);
    expect(
      await count(
        sql`select from messages where (status = 'scheduled') <> coalesce(deliver_at > ${at}::timestamptz, false)`,
      ),
    ).toBe(0);
    const texts = queued.filter(({ queue }) => queue === 'messages.send');
    expect(await count(sql`select from messages where status = 'scheduled'`)).toBe(texts.length);
    expect(queued.filter(({ queue }) => queue === 'broadcasts.start')).toHaveLength(1);
  });

  it('have something for every view', async () => {
    const views = {
      unread: sql`select from messages where inbound and not read`,
      failed: sql`select from messages where status = 'failed'`,
      scheduled: sql`select from messages where status = 'scheduled'`,
      images: sql`select from messages where image_token is not null`,
      flagged: sql`select from contacts where flagged`,
      notes: sql`select from contacts where notes is not null`,
      landlines: sql`select from contacts where line_type = 'landline'`,
      long: sql`select contact_id from messages group by 1 having count(*) > 100`,
      nameless: sql`select from contacts where first_name is null and last_name is null`,
      left: sql`select from broadcast_recipients where state <> 'sent'`,
      optOuts: sql`select from opt_outs where not opt_in`,
      blocked: sql`select from blocked_numbers`,
      signatures: sql`select from message_signatures`,
      replies: sql`select from auto_replies`,
      templates: sql`select from message_templates`,
      archived: sql`select from users where archived`,
    };
    for (const [what, query] of Object.entries(views)) expect(await count(query), what).toBeGreaterThan(0);
  });

  it('let the demo in', async () => {
    const response = await get('/api/users');
    expect(response.status).toBe(200);
    expect(response.headers.get('X-Total')).toBe('4');
  });
});

it('are only an account when nobody is asked for', async () => {
  const server = await startTestServer('PGlite');
  await seedDemo(server.database.db, { contacts: 0, now, enqueue: async () => {} });
  const { rows } = (await server.database.db.execute(
    sql`select (select count(*)::int from users) as users, (select count(*)::int from contacts) as contacts,
      (select count(*)::int from message_templates) as templates`,
  )) as { rows: unknown[] };
  expect(rows).toEqual([{ users: 1, contacts: 0, templates: 0 }]);
  await server.close();
});

it('are made quickly', async () => {
  const server = await startTestServer('PGlite');
  const start = performance.now();
  await seedDemo(server.database.db, { contacts: 500, now, enqueue: async () => {} });
  const tookMs = performance.now() - start;
  await server.close();
  expect(tookMs).toBeLessThan(5_000);
});
