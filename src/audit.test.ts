import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { expect, onTestFinished, test } from 'vitest';
import { type AuditEntry, AuditPage } from '#contract/audit.ts';
import { AuditFile } from '#gateway/auditFile.ts';
import type { AuditLog } from '#gateway/auditLog.ts';
import { AuditTable } from '#gateway/auditTable.ts';
import { startGateway } from '#gateway/testing.ts';
import type { Upstream } from '#gateway/upstream.ts';
import { users } from '#server/db/schema/tenants.ts';
import { hashSecret } from '#server/store/secrets.ts';
import { freshPostgres, startTestServer } from '#server/testing.ts';

// Nothing of these may be written down.
const [key, hookPassword, hookToken] = ['key-of-both', 'pw-in-the-address', 'token-in-the-address'];

/** The way to the server and its faults: a request whose body names one meets it. */
const faulty =
  (server: Upstream): Upstream =>
  async (request) => {
    const body = await request.clone().text();
    if (body.includes('never connected')) throw cut('ECONNREFUSED');
    if (body.includes('out of order')) return Response.json({ error: 'Out of order' }, { status: 500 });
    const reply = await server(request);
    if (body.includes('answer lost')) throw cut('ECONNRESET');
    return body.includes('never answered') ? new Promise(() => {}) : reply;
  };

const cut = (code: string) => new TypeError('fetch failed', { cause: Object.assign(new Error(code), { code }) });

/** A real server with two people of one account, and a gateway before it that each is signed in to. */
async function startTwoPeople(auditLog: AuditLog) {
  const server = await startTestServer('PGlite');
  onTestFinished(() => server.close());
  const { account } = await server.tenant();
  const emails = ['ann@example.test', 'ben@example.test'] as const;
  const person = { accountId: account.id, role: 'org_admin', apiKeyHash: await hashSecret(key, 1) };
  await server.database.db.insert(users).values(emails.map((email) => ({ ...person, email })));
  const gateway = await startGateway({
    upstream: faulty((request) => server.app.fetch(request)),
    upstreamUrl: 'http://localhost',
    auditLog,
    rateLimitHour: 0,
  });
  const cookies = await Promise.all(emails.map((username) => gateway.signIn({ username, password: key })));
  const call = (who: number, method: string, path: string, body?: object) =>
    gateway.request(method, path, { cookie: cookies[who] ?? '', ...(body && { body: JSON.stringify(body) }) });
  return { call, emails, account: String(account.id) };
}

type World = Awaited<ReturnType<typeof startTwoPeople>>;
/** A write as it was made: what the audit must say of it. `mark` stands in it once. */
type Made = Pick<AuditEntry, 'who' | 'operation' | 'outcome'> & { mark: string };

const phoneOf = (n: number) => `+1303777${String(1000 + n)}`;

/** The `n`th write: by turns one that is done, refused, fails, or whose answer never comes. */
async function write({ call, emails }: World, n: number): Promise<Made> {
  const who = n % 2;
  const mark = `mark-${n}.`;
  const made = (operation: string, outcome: AuditEntry['outcome']) => ({ who: emails[who]!, operation, outcome, mark });
  const contact = (what: string, phone = phoneOf(n)) =>
    call(who, 'POST', '/api/contacts', { phone, first_name: mark, notes: what });
  const status = async (reply: Promise<Response>, wanted: number) => expect((await reply).status).toBe(wanted);
  switch (Math.floor(n / 2) % 10) {
    case 0:
      await status(contact('a person'), 200);
      return made('contacts.create', 'done');
    case 1:
      await status(contact('no number', '12'), 422);
      return made('contacts.create', 'refused');
    case 2:
      await status(contact('answer lost'), 502);
      return made('contacts.create', 'unknown');
    case 3:
      await status(contact('never connected'), 503);
      return made('contacts.create', 'failed');
    case 4:
      await status(contact('out of order'), 500);
      return made('contacts.create', 'failed');
    case 5:
      await status(call(who, 'PUT', '/api/contacts/999999', { first_name: mark }), 404);
      return made('contacts.update', 'refused');
    case 6: {
      const url = `https://hooks.example.com/${mark}?access_token=${hookToken}&a=1`;
      await status(call(who, 'POST', '/api/web_hooks', { url, secret: key }), 200);
      return made('webHooks.create', 'done');
    }
    case 7:
      await status(call(who, 'POST', '/api/groups', { name: `Group ${mark}` }), 200);
      return made('groups.create', 'done');
    case 8: {
      const url = `https://user:${hookPassword}@hooks.example.com/${mark}`;
      await status(call(who, 'POST', '/api/web_hooks', { url }), 422);
      return made('webHooks.create', 'refused');
    }
    default:
      await status(call(who, 'POST', '/api/opt_outs', { phone: phoneOf(n), reason: mark, notes: mark }), 200);
      return made('optOuts.create', 'done');
  }
}

/** All that the page reads, in pages as it reads it. */
async function listed({ call }: World, query = ''): Promise<AuditEntry[]> {
  const pages: AuditPage[] = [];
  for (let page = 1; page === 1 || pages.at(-1)!.entries.length === 50; page++) {
    pages.push(AuditPage.parse(await (await call(0, 'GET', `/session/writes?page=${page}&${query}`)).json()));
  }
  expect(pages.at(-1)?.total).toBe(pages.flatMap(({ entries }) => entries).length);
  return pages.flatMap(({ entries }) => entries);
}

const stores = {
  'a folder': async () => {
    const folder = await mkdtemp(join(tmpdir(), 'audit '));
    onTestFinished(() => rm(folder, { recursive: true }));
    return () => new AuditFile(join(folder, 'audit.jsonl'));
  },
  PostgreSQL: async () => {
    const url = await freshPostgres();
    return () => openTable(url);
  },
};

function openTable(url: string, onProblem: (error: unknown) => void = (error) => expect(error).toBeUndefined()) {
  const table = new AuditTable(url, onProblem);
  onTestFinished(() => table.close());
  return table;
}

test.each(Object.entries(stores))(
  'of 200 writes by two people each stands in %s once, as it went, also after a kill',
  async (_name, makeStore) => {
    const openLog = await makeStore();
    const world = await startTwoPeople(openLog());
    const made: Made[] = [];
    for (let n = 0; n < 199; n += 10) {
      const some = Array.from({ length: Math.min(10, 199 - n) }, (_, i) => write(world, n + i));
      made.push(...(await Promise.all(some)));
    }
    const never = { first_name: 'mark-199.', notes: 'never answered' };
    void world.call(1, 'POST', '/api/contacts', { ...never, phone: phoneOf(199) }).catch(() => undefined);
    made.push({ who: world.emails[1], operation: 'contacts.create', outcome: 'unknown', mark: 'mark-199.' });
    await expect.poll(async () => (await listed(world)).length, { timeout: 10_000 }).toBe(200);
    const check = (entries: AuditEntry[], wanted: Made[]) => {
      const found = entries.map(({ who, operation, outcome, changes }) => {
        return { who, operation, outcome, mark: /mark-\d+\./.exec(JSON.stringify(changes))?.[0] ?? '' };
      });
      const byMark = (a: Made, b: Made) => a.mark.localeCompare(b.mark, 'en', { numeric: true });
      expect(found.toSorted(byMark)).toEqual(wanted.toSorted(byMark));
    };
    const all = await listed(world);
    check(all, made);
    for (const [query, fits] of [
      ['who=ben@example.test', ({ who }: Made) => who === 'ben@example.test'],
      ['outcome=unknown', ({ outcome }: Made) => outcome === 'unknown'],
      ['resource=groups', ({ operation }: Made) => operation === 'groups.create'],
      ['q=MARK-77.', ({ mark }: Made) => mark === 'mark-77.'],
    ] as const) {
      check(await listed(world, query), made.filter(fits));
    }
    // Another process, or this one after it was killed, with nothing but what was stored.
    const after = await openLog().list(world.account, { page: 1, per_page: 1_000 });
    expect(after.entries).toEqual(all);
    expect(after.people).toEqual(['ann@example.test', 'ben@example.test']);
    const older = await openLog().list(world.account, { page: 1, per_page: 9, before: all[100]!.id });
    expect(older.entries).toEqual(all.slice(101, 110));
    expect(JSON.stringify(all)).toContain('https://…@hooks.example.com/mark-');
    expect(JSON.stringify(all)).not.toMatch(new RegExp([key, hookPassword, hookToken, '"secret"'].join('|')));
  },
);

test('while its database is away nobody is held up, and what was written meanwhile is written down after', async () => {
  const url = await freshPostgres();
  const problems: unknown[] = [];
  const table = openTable(url, (error) => problems.push(error));
  const admin = new pg.Client(url.replace(/[^/]+$/, 'postgres'));
  await admin.connect();
  onTestFinished(() => admin.end());
  const name = new URL(url).pathname.slice(1);
  const begin = (target: number) => table.begin('1', { who: 'ann', operation: 'contacts.update', target, changes: [] });
  const before = await begin(1);
  await admin.query(`alter database ${name} with allow_connections false`);
  await admin.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [name]);
  const during = await begin(2);
  await before({ outcome: 'done', status: 200 });
  expect(problems.length).toBeGreaterThan(0);
  await admin.query(`alter database ${name} with allow_connections true`);
  await during({ outcome: 'refused', status: 422, reason: 'No \0 and no half \uD83D' });
  const written = async () => {
    const { entries } = await table.list('1', { page: 1, per_page: 10 });
    return entries.map(({ target, outcome, reason }) => [target, outcome, reason]);
  };
  await expect.poll(written, { timeout: 10_000 }).toEqual([
    [2, 'refused', 'No \uFFFD and no half \uFFFD'],
    [1, 'done', null],
  ]);
});
