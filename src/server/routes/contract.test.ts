import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { everyOperation } from '#contract/api.ts';
import { engines, startTestServer, type TestServer } from '#server/testing.ts';
import { makeOneOfEach, type Named, requestFor } from './operationsTesting.ts';

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

/** `schema`, refusing fields that it does not have. */
function strict(schema: z.ZodType): z.ZodType {
  if (schema instanceof z.ZodArray) return z.array(strict(schema.element as z.ZodType));
  return schema instanceof z.ZodObject ? schema.strict() : schema;
}

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

  it('knows no other path and no other method', async () => {
    const { request } = await server.tenant();
    for (const path of ['/api', '/api/', '/api/events', '/api/contacts/x', '/api/contacts/1/2', '/api/contacts/-1']) {
      expect([path, (await request('GET', path)).status]).toEqual([path, 404]);
    }
    const response = await request('PATCH', '/api/contacts/1', {});
    expect([response.status, response.headers.get('Allow')]).toEqual([405, 'GET, PUT, DELETE']);
  });
});
