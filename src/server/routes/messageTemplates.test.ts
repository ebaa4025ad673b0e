import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MessageTemplate } from '#contract/messageTemplates.ts';
import { engines, startTestServer, type TestServer } from '#server/testing.ts';
import { strict } from '#contract/testing.ts';
import { z } from 'zod/mini';

type Tenant = Awaited<ReturnType<TestServer['tenant']>>;

const read = async (response: Response) => strict(MessageTemplate).parse(await response.json());
const hello = { title: 'Hello Template', content: 'Hello {{contact.first_name}}' };

describe.each(engines)('message templates on %s', (engine) => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer(engine);
  });
  afterAll(() => server.close());

  const create = async ({ request }: Tenant, body: object) =>
    read(await request('POST', '/api/message_templates', body));
  const titles = async ({ request }: Tenant, q = '') =>
    z
      .array(MessageTemplate)
      .parse(await (await request('GET', `/api/message_templates?${new URLSearchParams({ q })}`)).json())
      .map(({ title }) => title);

  it('creates, answers, changes and deletes a template of the account', async () => {
    const tenant = await server.tenant();
    const template = await create(tenant, hello);
    const owner = { owner_type: 'Account', owner_id: tenant.account.id, account_id: tenant.account.id };
    expect(template).toMatchObject({ ...hello, ...owner });
    const path = `/api/message_templates/${template.id}`;
    expect(await read(await tenant.request('GET', path))).toEqual(template);
    expect(await read(await tenant.request('PUT', path, {}))).toEqual(template);
    const change = { title: 'Hi', is_active: 'false', owner_id: 1 };
    const changed = await read(await tenant.request('PUT', path, change));
    expect(changed).toMatchObject({ ...owner, title: 'Hi', content: hello.content });
    expect(await read(await tenant.request('DELETE', path))).toEqual(changed);
    const gone = await tenant.request('DELETE', path);
    expect([gone.status, await gone.json()]).toEqual([404, { error: 'Message template not found' }]);
  });

  it('searches title and content, newest first', async () => {
    const tenant = await server.tenant();
    await create(tenant, hello);
    await create(tenant, { title: '100% off', content: 'Only today' });
    expect(await titles(tenant)).toEqual(['100% off', 'Hello Template']);
    expect(await titles(tenant, 'FIRST_NAME')).toEqual(['Hello Template']);
    expect(await titles(tenant, 'today')).toEqual(['100% off']);
    expect(await titles(tenant, '%')).toEqual(['100% off']);
    expect(await titles(tenant, '__')).toEqual([]);
  });

  it('shares an org_admin’s template with the organisation, where only org_admins change it', async () => {
    const boss = await server.tenant({ role: 'org_admin' });
    const admin = await server.tenant({ role: 'admin', organizationId: boss.organizationId });
    const stranger = await server.tenant({ role: 'org_admin' });
    const shared = await create(boss, { ...hello, owner_type: 'Organization' });
    expect(shared).toMatchObject({ owner_type: 'Organization', owner_id: boss.organizationId });
    const path = `/api/message_templates/${shared.id}`;
    expect(await read(await admin.request('GET', path))).toEqual(shared);
    expect(await titles(admin)).toEqual(['Hello Template']);
    expect(await titles(stranger)).toEqual([]);
    expect((await stranger.request('PUT', path, { title: 'Stolen' })).status).toBe(404);
    for (const [method, body] of [
      ['PUT', { title: 'Mine' }],
      ['PUT', { owner_type: 'Account' }],
      ['DELETE'],
    ] as const) {
      const response = await admin.request(method, path, body);
      expect(response.status).toBe(403);
      expect(await response.json()).toEqual({ error: "Only an org_admin may change the organization's templates" });
    }
    expect(await read(await boss.request('GET', path))).toEqual(shared);
    expect(await read(await boss.request('PUT', path, { owner_type: 'Account' }))).toMatchObject({
      owner_type: 'Account',
      owner_id: boss.account.id,
    });
    expect(await titles(admin)).toEqual([]);
  });

  it('lets nobody but an org_admin give a template to the organisation', async () => {
    for (const role of ['standard_user', 'admin']) {
      const tenant = await server.tenant({ role });
      const body = { ...hello, owner_type: 'Organization' };
      expect((await tenant.request('POST', '/api/message_templates', body)).status).toBe(403);
      const own = await create(tenant, hello);
      const change = { owner_type: 'Organization' };
      expect((await tenant.request('PUT', `/api/message_templates/${own.id}`, change)).status).toBe(403);
      expect(await titles(tenant)).toEqual(['Hello Template']);
    }
  });

  it.each([
    [{}, "Title can't be blank, Content can't be blank"],
    [{ title: null, content: null }, "Title can't be blank, Content can't be blank"],
    [{ ...hello, title: ' ' }, "Title can't be blank"],
    [{ ...hello, title: 'x'.repeat(256) }, 'Title is too long (maximum is 255 characters)'],
    [{ ...hello, content: 'x'.repeat(10_001) }, 'Content is too long (maximum is 10000 characters)'],
    [{ ...hello, owner_type: 'User' }, "Owner type must be 'Account' or 'Organization'"],
  ])('refuses input %#', async (body, problem) => {
    const { request } = await server.tenant({ role: 'org_admin' });
    const response = await request('POST', '/api/message_templates', body);
    expect([response.status, await response.json()]).toEqual([422, { error: `Validation failed: ${problem}` }]);
  });
});
