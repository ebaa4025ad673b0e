import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { everyOperation } from '#contract/api.ts';
import { engines, startTestServer, type TestServer } from '#server/testing.ts';
import { type Ids, makeOneOfEach, requestFor, type Tenant } from './operationsTesting.ts';

/** What an organisation's accounts share. */
const shared = ['blockedNumbers', 'optOuts'];
const withId = everyOperation.filter(({ operation }) => operation.path.includes(':'));

describe.each(engines)('another account’s ids on %s', (engine) => {
  let server: TestServer;
  let owner: Tenant;
  let ids: Ids;
  beforeAll(async () => {
    server = await startTestServer(engine);
    owner = await server.tenant({ role: 'org_admin' });
    ids = await makeOneOfEach(owner, () => true);
  });
  afterAll(() => server.close());

  /** Everything that the owner can read. */
  async function everything() {
    const seen: Record<string, unknown> = {};
    for (const one of everyOperation.filter(({ operation }) => operation.method === 'GET')) {
      const { method, path } = requestFor(one, ids);
      seen[one.name] = await (await owner.request(method, path)).json();
    }
    return seen;
  }

  it.each(['org_admin', 'admin', 'standard_user'])(
    'are 404 to a stranger who is %s, and nothing changes',
    async (role) => {
      const before = await everything();
      const stranger = await server.tenant({ role });
      for (const one of withId) {
        const { method, path, body } = requestFor(one, ids);
        expect([one.name, (await stranger.request(method, path, body)).status]).toEqual([one.name, 404]);
      }
      expect(await everything()).toEqual(before);
    },
  );

  it('are 404 to another account of the organisation, but for what the organisation shares', async () => {
    const before = await everything();
    const sister = await server.tenant({ role: 'admin', organizationId: owner.organizationId });
    for (const one of withId.filter(({ resource }) => !shared.includes(resource))) {
      const { method, path, body } = requestFor(one, ids);
      expect([one.name, (await sister.request(method, path, body)).status]).toEqual([one.name, 404]);
    }
    expect(await everything()).toEqual(before);
  });

  it('are refused inside a body', async () => {
    const stranger = await server.tenant();
    const own = await makeOneOfEach(stranger, (name) => ['contacts.create', 'groups.create'].includes(name));
    const text = { content: 'Hello', sender: String(own.users), receiver: String(own.contacts) };
    const broadcast = { message_body: 'Hello', sender: own.users, group: own.groups };
    for (const [path, body] of [
      ['/api/messages', { ...text, sender: String(ids.users) }],
      ['/api/messages', { ...text, sender: owner.email }],
      ['/api/messages', { ...text, receiver: String(ids.contacts) }],
      ['/api/broadcasts', { ...broadcast, sender: ids.users }],
      ['/api/broadcasts', { ...broadcast, group: ids.groups }],
      ['/api/web_hooks', { url: 'http://127.0.0.1:9/hook', account_id: owner.account.id }],
    ] as const) {
      const { status } = await stranger.request('POST', path, body);
      expect([path, body, status >= 400 && status < 500]).toEqual([path, body, true]);
    }
    const mixed = `/api/groups/${own.groups}/contacts/${ids.contacts}`;
    expect((await stranger.request('PUT', mixed)).status).toBe(404);
  });

  it('show up in no list, search or tag of a stranger', async () => {
    const stranger = await server.tenant({ role: 'org_admin' });
    for (const one of everyOperation.filter(({ operation }) => operation.paged && !operation.path.includes(':'))) {
      if (one.resource === 'users') continue;
      const { path } = requestFor(one, ids);
      const response = await stranger.request('GET', `${path}?q=`);
      expect([one.name, await response.json(), response.headers.get('X-Total')]).toEqual([one.name, [], '0']);
    }
  });
});
