import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { everyOperation } from '#contract/api.ts';
import { engines, startTestServer, type TestServer } from '#server/testing.ts';
import { makeOneOfEach, type Named, requestFor } from './operationsTesting.ts';
import { strict } from '#contract/testing.ts';

/** Operations that this server lacks. The list only shrinks. */
const notBuilt: string[] = [];
const built = everyOperation.filter(({ name }) => !notBuilt.includes(name));

/** Deletions come last, of what refers to something before what it refers to. */
const deletions = ['groups.removeContact', 'messages.delete', 'broadcasts.delete', 'groups.delete'];
const rank = ({ name, operation }: Named) => {
  if (operation.method !== 'DELETE') return 0;
  return deletions.includes(name) ? 1 + deletions.indexOf(name) : 9;
};
const inOrder = built.filter(({ name }) => !name.endsWith('.create')).toSorted((a, b) => rank(a) - rank(b));

const pageHeaders = ['X-Total', 'X-Total-Pages', 'X-Page', 'X-Per-Page', 'X-Offset', 'X-Next-Page'];
const everyHeader = ['X-Request-Id', 'X-Runtime', 'Cache-Control', 'Content-Type'];

describe.each(engines)('the contract on %s', (engine) => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer(engine);
  });
  afterAll(() => server.close());

  it('has a route for every operation but those listed as not built', async () => {
    const { request } = await server.tenant();
    const missing: string[] = [];
    for (const { name, operation } of everyOperation) {
      const path = operation.path.replace(/:\w+/g, '99999999');
      const response = await request(operation.method, `/api${path}`, operation.body && {});
      const { error } = z
        .object({ error: z.string().optional() })
        .catch({})
        .parse(await response.json());
      if (response.status === 405 || error === 'Not found') missing.push(name);
    }
    expect(missing).toEqual(notBuilt);
  });

  it('is answered with its fields and headers, no more and no less', async () => {
    const tenant = await server.tenant({ role: 'org_admin' });
    const ids = await makeOneOfEach(tenant, (name) => !notBuilt.includes(name));
    for (const one of inOrder) {
      const { method, path, body } = requestFor(one, ids);
      const response = await tenant.request(method, path, body);
      const reply: unknown = await response.json();
      expect([one.name, response.status, response.status === 200 ? null : reply]).toEqual([one.name, 200, null]);
      const read = strict(one.operation.reply).safeParse(reply);
      expect([one.name, read.error?.issues ?? []]).toEqual([one.name, []]);
      const expected = [
        ...everyHeader,
        ...(method === 'GET' ? ['ETag'] : []),
        ...(one.operation.paged ? pageHeaders : []),
      ];
      expect([one.name, expected.filter((header) => response.headers.get(header) === null)]).toEqual([one.name, []]);
    }
    expect(server.problems).toEqual([]);
  });

  it('answers a creation with the fields that reading it answers', async () => {
    const tenant = await server.tenant({ role: 'org_admin' });
    const ids = await makeOneOfEach(tenant, (name) => !notBuilt.includes(name));
    const twin = await server.tenant({ role: 'org_admin' });
    const theirs = await makeOneOfEach(twin, (name) => ['contacts.create', 'groups.create'].includes(name));
    expect(Object.keys(ids).length).toBeGreaterThan(Object.keys(theirs).length);
    for (const one of built.filter(({ name }) => name.endsWith('.create'))) {
      if (one.resource in theirs) continue;
      const { method, path, body } = requestFor(one, theirs);
      const response = await twin.request(method, path, body);
      const read = strict(one.operation.reply).safeParse(await response.json());
      expect([one.name, response.status, read.error?.issues ?? []]).toEqual([one.name, 200, []]);
    }
  });

  it('keeps to itself what only the server says: sent along, it changes nothing', async () => {
    const tenant = await server.tenant({ role: 'org_admin' });
    const ids = await makeOneOfEach(tenant, () => true);
    const stranger = await server.tenant();
    const owned = {
      id: 987_654_321,
      account_id: stranger.account.id,
      organization_id: stranger.organizationId,
      owner_id: stranger.account.id,
      created_at: '2001-01-01T00:00:00Z',
      updated_at: '2001-01-01T00:00:00Z',
      user_id: stranger.user.id,
      size: 99,
      locked: true,
      line_type: 'landline',
      opted_out: true,
      total_messages: 99,
      secret: 'mine',
      web_hookable_id: stranger.account.id,
      from_autoresponse: true,
      status: 'delivered',
    };
    for (const one of built.filter(({ operation }) => operation.method === 'PUT' && operation.body)) {
      const { path, body } = requestFor(one, ids);
      const response = await tenant.request('PUT', path, { ...owned, ...body });
      const reply = z.looseObject({}).parse(await response.json());
      const changed = Object.entries(owned).filter(([field, value]) => reply[field] === value);
      expect([one.name, response.status, changed]).toEqual([one.name, 200, []]);
    }
    const made = await server.tenant({ role: 'org_admin' });
    const theirs = await makeOneOfEach(made, (name) => ['contacts.create', 'groups.create'].includes(name));
    for (const one of built.filter(({ name }) => name.endsWith('.create') && !theirs[name.split('.')[0] ?? ''])) {
      const { path, body } = requestFor(one, theirs);
      const { account_id: _, ...sent } = owned;
      const response = await made.request('POST', path, { ...(one.resource === 'webHooks' ? sent : owned), ...body });
      const reply = z.looseObject({}).parse(await response.json());
      const changed = Object.entries(owned).filter(([field, value]) => reply[field] === value);
      expect([one.name, response.status, changed]).toEqual([one.name, 200, []]);
    }
  });

  it('knows no other path and no other method', async () => {
    const { request } = await server.tenant();
    for (const path of ['/api', '/api/', '/api/events', '/api/contacts/x', '/api/contacts/1/2', '/api/contacts/-1']) {
      expect([path, (await request('GET', path)).status]).toEqual([path, 404]);
    }
    const response = await request('PATCH', '/api/contacts/1', {});
    expect([response.status, response.headers.get('Allow')]).toEqual([405, 'GET, PUT, DELETE']);
  });
});
