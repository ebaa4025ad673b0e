import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Contact } from '#contract/contacts.ts';
import { engines, startTestServer, type TestServer } from '#server/testing.ts';
import { strict } from '#contract/testing.ts';

type Tenant = Awaited<ReturnType<TestServer['tenant']>>;

/** What the API answered, read strictly: not a field more or less than the contract has. */
const read = async (response: Response) => strict(Contact).parse(await response.json());
const refusal = async (response: Response) => [response.status, await response.json()];
const failed = (what: string) => [422, { error: `Validation failed: ${what}` }];

describe.each(engines)('contacts on %s', (engine) => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer(engine);
  });
  afterAll(() => server.close());

  const create = async ({ request }: Tenant, body: object) => read(await request('POST', '/api/contacts', body));

  it('creates a contact with every field of the reference', async () => {
    const tenant = await server.tenant();
    const response = await tenant.request('POST', '/api/contacts', {
      phone: '(303) 555-0142',
      first_name: 'Bart',
      last_name: 'Simpson',
      business_name: 'Krusty Burger',
      tags: ['vip', 'springfield', 'vip'],
      id: 1,
      account_id: 1,
      opted_out: true,
    });
    expect(response.status).toBe(200);
    const contact = await read(response);
    expect(contact).toEqual({
      id: expect.any(Number),
      account_id: tenant.account.id,
      business_name: 'Krusty Burger',
      country: 'US',
      created_at: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
      first_name: 'Bart',
      flagged: false,
      last_name: 'Simpson',
      line_type: null,
      notes: null,
      opted_out: false,
      phone: '13035550142',
      tags: ['vip', 'springfield'],
      updated_at: contact.created_at,
    });
    expect(await read(await tenant.request('GET', `/api/contacts/${contact.id}`))).toEqual(contact);
  });

  it.each([
    ['the reference sample', { phone: '12230000018' }, '12230000018', 'US'],
    ['a number with its country', { phone: '020 7946 0958', country: 'gb' }, '442079460958', 'GB'],
    ['an international number', { phone: '+44 20 7946 0958' }, '442079460958', 'GB'],
    ['the form the API answers', { phone: '442079460958' }, '442079460958', 'GB'],
    ['a country that shares its code', { phone: '303 555 0142', country: 'CA' }, '13035550142', 'CA'],
    ['a number of no known country', { phone: '+15551230001' }, '15551230001', 'US'],
    ['digits of another script', { phone: '٣٠٣٥٥٥٠١٤٢' }, '13035550142', 'US'],
  ])('reads the phone of %s', async (_what, body, phone, country) => {
    expect(await create(await server.tenant(), body)).toMatchObject({ phone, country });
  });

  it.each([
    ['no phone', {}, "Phone can't be blank"],
    ['a null phone', { phone: null }, "Phone can't be blank"],
    ['a blank phone', { phone: ' ' }, "Phone can't be blank"],
    ['a number as phone', { phone: 13035550142 }, 'Phone must be a string'],
    ['words', { phone: 'call me' }, 'Phone is invalid'],
    ['words around a number', { phone: 'call 303 555 0142' }, 'Phone is invalid'],
    ['an extension', { phone: '303 555 0142 x5' }, 'Phone is invalid'],
    ['too few digits', { phone: '5550142' }, 'Phone is invalid'],
    ['a NUL in the phone', { phone: '13035550142\0' }, "Phone contains characters that can't be stored"],
    ['an endless phone', { phone: '3'.repeat(10_000) }, 'Phone is too long (maximum is 64 characters)'],
    ['a country that is none', { phone: '3035550142', country: 'ZZ' }, 'Country is not a known country code'],
    ['a country in words', { phone: '3035550142', country: 'USA' }, 'Country is not a two-letter country code'],
    ['a NUL', { phone: '3035550142', last_name: 'a\0b' }, "Last name contains characters that can't be stored"],
    ['half a pair', { phone: '3035550142', tags: ['a', '\ud83d'] }, "Tags contains characters that can't be stored"],
    [
      '10,000 letters',
      { phone: '3035550142', first_name: 'a'.repeat(10_000) },
      'First name is too long (maximum is 255 characters)',
    ],
    ['a name that is none', { phone: '3035550142', first_name: ['a'] }, 'First name must be a string'],
    ['tags in a string', { phone: '3035550142', tags: 'vip' }, 'Tags must be a list'],
    ['an empty tag', { phone: '3035550142', tags: [' '] }, "Tags can't be blank"],
  ])('refuses %s', async (_what, body, problem) => {
    const { request } = await server.tenant();
    expect(await refusal(await request('POST', '/api/contacts', body))).toEqual(failed(problem));
    expect((await request('GET', '/api/contacts')).headers.get('X-Total')).toBe('0');
  });

  it.each([
    '<img src=x onerror=alert(1)>',
    'שלום עולם \u202Eabc',
    '👩🏽‍💻👍🏿 Zoë Ünal',
    "Robert'); drop table contacts; --",
    '{{contact.first_name}} ${1} %s \\ "',
    ' padded ',
    'a\u0001\u001f\u2028\ufeff\uffff',
  ])('keeps %j as it was typed', async (text) => {
    const tenant = await server.tenant();
    const fields = { first_name: text, last_name: text, business_name: text };
    const { id } = await create(tenant, { phone: '3035550142', ...fields });
    const response = await tenant.request('PUT', `/api/contacts/${id}`, { notes: text });
    expect(await read(response)).toMatchObject({ ...fields, notes: text });
  });

  it('refuses a phone that another contact of the account has, and only there', async () => {
    const tenant = await server.tenant();
    const first = await create(tenant, { phone: '3035550142' });
    const second = await create(tenant, { phone: '3035550143' });
    const taken = failed('Phone has already been taken');
    expect(await refusal(await tenant.request('POST', '/api/contacts', { phone: '+1 303-555-0142' }))).toEqual(taken);
    const change = { phone: '303 555 0142' };
    expect(await refusal(await tenant.request('PUT', `/api/contacts/${second.id}`, change))).toEqual(taken);
    expect(await read(await tenant.request('PUT', `/api/contacts/${first.id}`, change))).toMatchObject({
      id: first.id,
    });
    const other = await server.tenant({ organizationId: tenant.organizationId });
    expect(await create(other, { phone: '3035550142' })).toMatchObject({ account_id: other.account.id });
  });

  it('makes one contact of many simultaneous requests for the same phone', async () => {
    const { request } = await server.tenant();
    const body = { phone: '3035550142', tags: ['a', 'b'] };
    const all = await Promise.all(
      Array.from({ length: 12 }, async () => (await request('POST', '/api/contacts', body)).status),
    );
    expect(all.filter((status) => status === 200)).toHaveLength(1);
    expect(all.filter((status) => status === 422)).toHaveLength(11);
    expect((await request('GET', '/api/contacts')).headers.get('X-Total')).toBe('1');
    expect(await (await request('GET', '/api/tags')).json()).toEqual(['a', 'b']);
  });

  it('changes what it is sent and leaves the rest', async () => {
    const tenant = await server.tenant();
    const before = await create(tenant, { phone: '3035550142', first_name: 'Bart', last_name: 'S', tags: ['a'] });
    const path = `/api/contacts/${before.id}`;
    expect(await read(await tenant.request('PUT', path, {}))).toEqual(before);
    const change = { flagged: 'true', notes: 'Call later', last_name: null, id: 9, account_id: 9 };
    const after = { ...before, flagged: true, notes: 'Call later', last_name: null, updated_at: expect.any(String) };
    expect(await read(await tenant.request('PUT', path, change))).toEqual(after);
    expect(await read(await tenant.request('PUT', path, { flagged: 0, notes: null }))).toMatchObject({
      flagged: false,
      notes: null,
      first_name: 'Bart',
    });
    const moved = { phone: '020 7946 0958', country: 'GB' };
    expect(await read(await tenant.request('PUT', path, moved))).toMatchObject({
      phone: '442079460958',
      country: 'GB',
    });
    expect(await read(await tenant.request('PUT', path, { phone: '020 7946 0959' }))).toMatchObject({
      phone: '442079460959',
    });
    expect(await refusal(await tenant.request('PUT', path, { flagged: 'maybe' }))).toEqual(
      failed('Flagged must be true or false'),
    );
  });

  it('knows a landline by its number', async () => {
    const tenant = await server.tenant();
    const { id, line_type } = await create(tenant, { phone: '3035559999' });
    expect(line_type).toBe('landline');
    expect(await read(await tenant.request('PUT', `/api/contacts/${id}`, { phone: '3035550142' }))).toMatchObject({
      line_type: null,
    });
  });

  it('answers 404 for a contact that is missing or another account’s, and changes nothing', async () => {
    const owner = await server.tenant();
    const contact = await create(owner, { phone: '3035550142', first_name: 'Bart' });
    const { request } = await server.tenant({ organizationId: owner.organizationId });
    for (const id of [contact.id, 99_999_999, '99999999999999999999', 0]) {
      for (const [method, body] of [['GET'], ['PUT', { first_name: 'Stolen' }], ['DELETE']] as const) {
        expect((await request(method, `/api/contacts/${id}`, body)).status).toBe(404);
      }
    }
    expect(await read(await owner.request('GET', `/api/contacts/${contact.id}`))).toEqual(contact);
  });

  it.each([['[]'], ['"a"'], ['null'], ['{"phone":'], ['\u0000']])('refuses the body %j', async (body) => {
    const { email } = await server.tenant();
    const headers = { Authorization: `Basic ${btoa(`${email}:key`)}`, 'Content-Type': 'application/json' };
    const response = await server.app.request('/api/contacts', { method: 'POST', headers, body });
    expect(response.status).toBe(422);
    expect(await response.json()).toEqual({ error: expect.stringMatching(/request body/) });
  });
});
