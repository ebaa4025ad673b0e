import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Contact } from '#contract/contacts.ts';
import { engines, startTestServer, type TestServer } from '#server/testing.ts';

describe.each(engines)('tags on %s', (engine) => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer(engine);
  });
  afterAll(() => server.close());

  it('lists every tag in use once, in alphabetical order, by page', async () => {
    const { request } = await server.tenant();
    await request('POST', '/api/contacts', { phone: '3035550101', tags: ['vip', 'Zürich', ' beta '] });
    await request('POST', '/api/contacts', { phone: '3035550102', tags: ['vip', 'alpha', 'VIP', '<b>'] });
    const response = await request('GET', '/api/tags');
    expect(await response.json()).toEqual(expect.arrayContaining(['<b>', 'alpha', 'beta', 'vip', 'VIP', 'Zürich']));
    expect(response.headers.get('X-Total')).toBe('6');
    const second = await request('GET', '/api/tags?page=2&per_page=2');
    expect(await second.json()).toHaveLength(2);
    expect(['X-Page', 'X-Next-Page', 'X-Total-Pages'].map((name) => second.headers.get(name))).toEqual(['2', '3', '3']);
  });

  it('follows what contacts carry: a replaced list, a deleted contact', async () => {
    const { request } = await server.tenant();
    const tags = async () => (await request('GET', '/api/tags')).json();
    const first = await request('POST', '/api/contacts', { phone: '3035550101', tags: ['a', 'b'] });
    const { id } = Contact.parse(await first.json());
    await request('POST', '/api/contacts', { phone: '3035550102', tags: ['b'] });
    await request('PUT', `/api/contacts/${id}`, { tags: ['c'] });
    expect(await tags()).toEqual(['b', 'c']);
    await request('PUT', `/api/contacts/${id}`, { first_name: 'Bart' });
    expect(await tags()).toEqual(['b', 'c']);
    await request('DELETE', `/api/contacts/${id}`);
    expect(await tags()).toEqual(['b']);
  });

  it('shows no other account’s tags', async () => {
    const { request, organizationId } = await server.tenant();
    await request('POST', '/api/contacts', { phone: '3035550101', tags: ['mine'] });
    const other = await server.tenant({ organizationId });
    expect(await (await other.request('GET', '/api/tags')).json()).toEqual([]);
  });
});
