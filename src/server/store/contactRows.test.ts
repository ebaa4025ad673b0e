import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Contact } from '#contract/contacts.ts';
import { engines, startTestServer, type TestServer } from '#server/testing.ts';
import { strict } from '#contract/testing.ts';
import { z } from 'zod/mini';

type Tenant = Awaited<ReturnType<TestServer['tenant']>>;

const people = [
  { phone: '3035550101', first_name: 'Bart', last_name: 'Simpson', business_name: 'Krusty Burger', tags: ['vip'] },
  { phone: '3035550102', first_name: 'lisa', last_name: 'simpson' },
  { phone: '+442079460958', first_name: 'Zoë', last_name: 'de Luca' },
  { phone: '3035559999', last_name: '100%_sure\\' },
  { phone: '7205550104', business_name: 'O’Neil & Søn' },
];

describe.each(engines)('the list of contacts on %s', (engine) => {
  let server: TestServer;
  let tenant: Tenant;
  const id: Record<string, number> = {};

  beforeAll(async () => {
    server = await startTestServer(engine);
    tenant = await server.tenant();
    for (const person of people) {
      const contact = Contact.parse(await (await tenant.request('POST', '/api/contacts', person)).json());
      id[contact.phone] = contact.id;
    }
    const stranger = await server.tenant();
    await stranger.request('POST', '/api/contacts', people[0]);
  });
  afterAll(() => server.close());

  /** The phones that a list answers, in its order. */
  async function phones(query: Record<string, string> = {}, { request } = tenant) {
    const response = await request('GET', `/api/contacts?${new URLSearchParams(query)}`);
    expect(response.status).toBe(200);
    return z
      .array(strict(Contact))
      .parse(await response.json())
      .map(({ phone }) => phone);
  }

  const [bart, lisa, zoe, sure, neil] = ['13035550101', '13035550102', '442079460958', '13035559999', '17205550104'];

  it('is newest first, or by last name, first name and phone in any case', async () => {
    expect(await phones()).toEqual([neil, sure, zoe, lisa, bart]);
    expect(await phones({ order_by_name_then_phone: 'true' })).toEqual([sure, zoe, bart, lisa, neil]);
  });

  it.each([
    ['simpson', [lisa, bart]],
    ['SIMPSON', [lisa, bart]],
    ['Bart Simpson', [bart]],
    ['simpson  bart', [bart]],
    ['krusty', [bart]],
    ['burger bart', [bart]],
    ['zoë', [zoe]],
    ['ZOË', [zoe]],
    ['søn', [neil]],
    ['13035550101', [bart]],
    ['(303) 555-0101', [bart]],
    ['+1 303 555 01', [lisa, bart]],
    ['555.0104', [neil]],
    ['020 7946', [zoe]],
    ['%', [sure]],
    ['_', [sure]],
    ['\\', [sure]],
    ['100%_sure\\', [sure]],
    ['%simpson%', []],
    ['', [neil, sure, zoe, lisa, bart]],
    ['  ', [neil, sure, zoe, lisa, bart]],
    ['nobody', []],
    ["' or 1=1 --", []],
    ['()', []],
    ['א', []],
  ])('finds %j', async (q, found) => {
    expect(await phones({ q })).toEqual(found);
  });

  it('keeps landlines, flagged people and those with notes', async () => {
    await tenant.request('PUT', `/api/contacts/${id[bart!]}`, { flagged: true, notes: '' });
    await tenant.request('PUT', `/api/contacts/${id[lisa!]}`, { notes: 'plays the saxophone' });
    expect(await phones({ scope: 'landlines' })).toEqual([sure]);
    expect(await phones({ scope: 'flagged' })).toEqual([bart]);
    expect(await phones({ scope: 'with_notes' })).toEqual([lisa]);
    expect(await phones({ scope: 'flagged', q: 'lisa' })).toEqual([]);
  });

  it('counts as textable who is no landline, not blocked and not opted out', async () => {
    const own = await server.tenant();
    for (const person of people) await own.request('POST', '/api/contacts', person);
    const { db } = server.database;
    const organization = own.organizationId;
    await db.execute(sql`insert into opt_outs (organization_id, phone) values (${organization}, ${lisa})`);
    await db.execute(sql`insert into opt_outs (organization_id, phone, opt_in) values (${organization}, ${zoe}, true)`);
    await db.execute(sql`insert into blocked_numbers (organization_id, phone) values (${organization}, ${neil})`);
    // A landline that is both, and somebody whom the account does not know.
    for (const phone of [sure, '13035550180']) {
      await db.execute(sql`insert into opt_outs (organization_id, phone) values (${organization}, ${phone})`);
      await db.execute(sql`insert into blocked_numbers (organization_id, phone) values (${organization}, ${phone})`);
    }
    expect(await phones({ scope: 'textable' }, own)).toEqual([zoe, bart]);
    expect((await own.request('GET', '/api/contacts?scope=textable')).headers.get('X-Total')).toBe('2');
    expect((await own.request('GET', '/api/contacts?scope=textable&q=bart')).headers.get('X-Total')).toBe('1');
    const [found] = z.array(Contact).parse(await (await own.request('GET', '/api/contacts?q=lisa')).json());
    expect(found).toMatchObject({ opted_out: true });
  });

  it('answers a page with the paging headers of the reference', async () => {
    const response = await tenant.request('GET', '/api/contacts?page=2&per_page=2&offset=1');
    const names = ['X-Total', 'X-Total-Pages', 'X-Page', 'X-Per-Page', 'X-Offset', 'X-Next-Page'];
    expect(names.map((name) => response.headers.get(name))).toEqual(['5', '2', '2', '2', '1', '']);
    const page = z.array(Contact).parse(await response.json());
    expect(page.map(({ phone }) => phone)).toEqual([lisa, bart]);
    expect((await tenant.request('GET', '/api/contacts?per_page=2')).headers.get('X-Next-Page')).toBe('2');
    expect(await phones({ page: '9' })).toEqual([]);
  });

  it.each([
    ['page=0', 'page must be 1 or more'],
    ['page=x', 'page must be a whole number'],
    ['page=1.5', 'page must be a whole number'],
    ['offset=-1', 'offset must be 0 or more'],
    ['per_page=many', 'per_page must be a whole number'],
    ['scope=all', "scope must be 'landlines', 'textable', 'flagged' or 'with_notes'"],
    ['order_by_name_then_phone=yes', 'Order by name then phone must be true or false'],
    ['q=%00', "Q contains characters that can't be stored"],
    [`q=${'a'.repeat(256)}`, 'Q is too long (maximum is 255 characters)'],
  ])('refuses ?%s', async (query, problem) => {
    const response = await tenant.request('GET', `/api/contacts?${query}`);
    expect(response.status).toBe(422);
    expect(await response.json()).toEqual({ error: `Validation failed: ${problem}` });
  });

  it('clamps per_page to 1…100 and says so', async () => {
    for (const [asked, used] of [
      ['1000', '100'],
      ['0', '1'],
      ['-5', '1'],
    ] as const) {
      const response = await tenant.request('GET', `/api/contacts?per_page=${asked}`);
      expect(response.headers.get('X-Per-Page')).toBe(used);
    }
  });

  it('reads a page deep inside 100,000 contacts, by any order or search', async () => {
    const { account, request } = await server.tenant();
    await server.database.db.execute(sql`
      insert into contacts (account_id, phone, country, first_name, last_name, created_at)
      select ${account.id}, (13030000000 + n)::text, 'US', 'First' || n, 'Last' || (n * 7919 % 100000), now() - n * interval '1 second'
      from generate_series(1, 100000) n`);
    await server.database.db.execute(sql`vacuum analyze contacts`);
    for (const order of ['', '&order_by_name_then_phone=true', '&q=Last9']) {
      const path = `/api/contacts?per_page=100&page=90${order}`;
      const first = await request('GET', path);
      expect(await first.json()).toHaveLength(100);
      const start = performance.now();
      await request('GET', path);
      expect(performance.now() - start, `milliseconds for ${path}`).toBeLessThan(2_000);
    }
    const found = await request('GET', '/api/contacts?q=(303) 009-9999');
    expect(z.array(Contact).parse(await found.json())).toMatchObject([{ phone: '13030099999' }]);
  });
});
