import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Contact } from '#contract/contacts.ts';
import { Group } from '#contract/groups.ts';
import { engines, startTestServer, type TestServer } from '#server/testing.ts';
import { strict } from '#contract/testing.ts';
import { z } from 'zod/mini';

type Tenant = Awaited<ReturnType<TestServer['tenant']>>;

const read = async (response: Response) => strict(Group).parse(await response.json());
const refusal = async (response: Response) => [response.status, await response.json()];
const failed = (what: string) => [422, { error: `Validation failed: ${what}` }];

describe.each(engines)('groups on %s', (engine) => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer(engine);
  });
  afterAll(() => server.close());

  const create = async ({ request }: Tenant, name: string) => read(await request('POST', '/api/groups', { name }));
  const person = async ({ request }: Tenant, phone: string, names: object = {}) =>
    Contact.parse(await (await request('POST', '/api/contacts', { phone, ...names })).json());
  const names = async ({ request }: Tenant, query: string) =>
    z
      .array(Group)
      .parse(await (await request('GET', `/api/groups?${query}`)).json())
      .map(({ name }) => name);

  it('creates, answers, renames and deletes a group', async () => {
    const tenant = await server.tenant();
    const group = await create(tenant, 'Nurses');
    expect(group).toMatchObject({ name: 'Nurses', account_id: tenant.account.id, locked: false, size: 0 });
    const path = `/api/groups/${group.id}`;
    expect(await read(await tenant.request('GET', path))).toEqual(group);
    expect(await read(await tenant.request('PUT', path, {}))).toEqual(group);
    const renamed = await read(await tenant.request('PUT', path, { name: 'Night nurses', locked: true, size: 9 }));
    expect(renamed).toMatchObject({ name: 'Night nurses', locked: false, size: 0 });
    expect(await read(await tenant.request('DELETE', path))).toEqual(renamed);
    expect(await refusal(await tenant.request('GET', path))).toEqual([404, { error: 'Group not found' }]);
  });

  it('refuses a name that is blank, too long or taken in any case', async () => {
    const tenant = await server.tenant();
    await create(tenant, 'Nurses');
    const { id } = await create(tenant, 'Drivers');
    const post = async (body: object) => refusal(await tenant.request('POST', '/api/groups', body));
    expect(await post({})).toEqual(failed("Name can't be blank"));
    expect(await post({ name: null })).toEqual(failed("Name can't be blank"));
    expect(await post({ name: '  ' })).toEqual(failed("Name can't be blank"));
    expect(await post({ name: 'a'.repeat(256) })).toEqual(failed('Name is too long (maximum is 255 characters)'));
    expect(await post({ name: 'NURSES' })).toEqual(failed('Name has already been taken'));
    expect(await refusal(await tenant.request('PUT', `/api/groups/${id}`, { name: 'nurses' }))).toEqual(
      failed('Name has already been taken'),
    );
  });

  it('searches by name and orders by the allowed attributes only', async () => {
    const tenant = await server.tenant();
    for (const name of ['beta 50%', 'Alpha', 'gamma']) await create(tenant, name);
    const [gamma] = z.array(Group).parse(await (await tenant.request('GET', '/api/groups?q=gam')).json());
    const { id } = await person(tenant, '3035550101');
    await tenant.request('PUT', `/api/groups/${gamma!.id}/contacts/${id}`);
    expect(await names(tenant, '')).toEqual(['gamma', 'Alpha', 'beta 50%']);
    expect(await names(tenant, 'q=ALPHA')).toEqual(['Alpha']);
    expect(await names(tenant, 'q=%25')).toEqual(['beta 50%']);
    expect(await names(tenant, 'order_by=name')).toEqual(['Alpha', 'beta 50%', 'gamma']);
    expect(await names(tenant, 'order_by=name%20desc')).toEqual(['gamma', 'beta 50%', 'Alpha']);
    expect(await names(tenant, 'order_by=size%20desc&per_page=1')).toEqual(['gamma']);
    expect(await names(tenant, 'order_by=size')).toEqual(['beta 50%', 'Alpha', 'gamma']);
    expect(await names(tenant, 'order_by=created_at')).toEqual(['beta 50%', 'Alpha', 'gamma']);
    for (const order of ['id', 'name;drop table groups', 'name DESC', '']) {
      expect((await tenant.request('GET', `/api/groups?order_by=${order}`)).status).toBe(422);
    }
  });

  it('adds and removes contacts, counting each once', async () => {
    const tenant = await server.tenant();
    const { id } = await create(tenant, 'Nurses');
    const bart = await person(tenant, '3035550101', { first_name: 'Bart', last_name: 'simpson' });
    const apu = await person(tenant, '3035550102', { first_name: 'Apu', last_name: 'Nahas' });
    const path = `/api/groups/${id}/contacts`;
    const added = await Promise.all(
      [bart, apu, bart, apu, bart].map(async (one) => (await tenant.request('PUT', `${path}/${one.id}`)).status),
    );
    expect(added).toEqual([200, 200, 200, 200, 200]);
    expect(await read(await tenant.request('PUT', `${path}/${bart.id}`, {}))).toMatchObject({ id, size: 2 });
    const list = async (query = '') => {
      const response = await tenant.request('GET', `${path}?${query}`);
      expect(response.headers.get('X-Total')).toBe('2');
      return z.array(strict(Contact)).parse(await response.json());
    };
    expect(await list()).toEqual([apu, bart]);
    expect(await list('order_by=name')).toEqual([apu, bart]);
    expect(await list('order_by=name%20desc')).toEqual([bart, apu]);
    expect(await list('order_by=created_at')).toEqual([bart, apu]);
    expect(await list('order_by=size')).toEqual([apu, bart]);
    expect(await list('per_page=1&page=2')).toEqual([bart]);
    expect((await tenant.request('GET', `${path}?order_by=phone`)).status).toBe(422);

    const removed = await Promise.all(
      [1, 2, 3].map(async () => (await tenant.request('DELETE', `${path}/${bart.id}`)).status),
    );
    expect(removed.toSorted((a, b) => a - b)).toEqual([200, 404, 404]);
    expect(await read(await tenant.request('GET', `/api/groups/${id}`))).toMatchObject({ size: 1 });
  });

  it('keeps members when deleted, or deletes them out of every group when told to', async () => {
    const tenant = await server.tenant();
    const [bart, apu] = [await person(tenant, '3035550101'), await person(tenant, '3035550102')];
    const make = async (name: string, ...members: Contact[]) => {
      const group = await create(tenant, name);
      for (const { id } of members) await tenant.request('PUT', `/api/groups/${group.id}/contacts/${id}`);
      return group.id;
    };
    const kept = await make('Kept', bart, apu);
    const [plain, inQuery, inBody] = [await make('A', bart), await make('B', bart), await make('C', apu)];
    const total = async () => (await tenant.request('GET', '/api/contacts')).headers.get('X-Total');
    expect(await read(await tenant.request('DELETE', `/api/groups/${plain}`))).toMatchObject({ size: 1 });
    expect(await total()).toBe('2');
    const deleted = await tenant.request('DELETE', `/api/groups/${inQuery}?delete_contacts=true`);
    expect(await read(deleted)).toMatchObject({ name: 'B', size: 1 });
    expect(await total()).toBe('1');
    expect(await read(await tenant.request('GET', `/api/groups/${kept}`))).toMatchObject({ size: 1 });
    await tenant.request('DELETE', `/api/groups/${inBody}`, { delete_contacts: 'true' });
    expect(await total()).toBe('0');
    expect(await read(await tenant.request('GET', `/api/groups/${kept}`))).toMatchObject({ size: 0 });
  });

  it('answers 404 when group or contact is missing or another account’s', async () => {
    const [tenant, other] = [await server.tenant(), await server.tenant()];
    const group = await create(tenant, 'Mine');
    const [mine, theirs] = [await person(tenant, '3035550101'), await person(other, '3035550101')];
    const foreign = await create(other, 'Theirs');
    for (const method of ['PUT', 'DELETE']) {
      for (const path of [
        `${group.id}/contacts/${theirs.id}`,
        `${foreign.id}/contacts/${mine.id}`,
        `${foreign.id}/contacts/${theirs.id}`,
        `${group.id}/contacts/99999999`,
      ]) {
        expect((await tenant.request(method, `/api/groups/${path}`)).status).toBe(404);
      }
    }
    for (const list of ['contacts', 'broadcasts']) {
      expect((await tenant.request('GET', `/api/groups/${foreign.id}/${list}`)).status).toBe(404);
    }
    const empty = await tenant.request('GET', `/api/groups/${group.id}/broadcasts`);
    expect([await empty.json(), empty.headers.get('X-Total')]).toEqual([[], '0']);
  });
});
