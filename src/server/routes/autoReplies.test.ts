import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AutoReply } from '#contract/autoReplies.ts';
import { engines, startTestServer, type TestServer } from '#server/testing.ts';
import { strict } from '#contract/testing.ts';
import { z } from 'zod/mini';

type Tenant = Awaited<ReturnType<TestServer['tenant']>>;

const read = async (response: Response) => strict(AutoReply).parse(await response.json());

describe.each(engines)('auto replies on %s', (engine) => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer(engine);
  });
  afterAll(() => server.close());

  const create = async ({ request }: Tenant, body: object) => read(await request('POST', '/api/auto_replies', body));
  const active = async ({ request }: Tenant) =>
    z
      .array(AutoReply)
      .parse(await (await request('GET', '/api/auto_replies')).json())
      .flatMap(({ is_active, message }) => (is_active ? [message] : []));

  it('creates, answers, lists, changes and deletes an auto reply', async () => {
    const tenant = await server.tenant();
    const first = await create(tenant, { message: '– Bart\n' });
    expect(first).toMatchObject({ message: '– Bart\n', is_active: false, account_id: tenant.account.id });
    const second = await create(tenant, { message: 'Reply STOP to stop', is_active: 'true' });
    const path = `/api/auto_replies/${first.id}`;
    expect(await read(await tenant.request('GET', path))).toEqual(first);
    const list = await tenant.request('GET', '/api/auto_replies?per_page=1');
    expect([await list.json(), list.headers.get('X-Total')]).toEqual([[second], '2']);
    expect(await read(await tenant.request('PUT', path, {}))).toEqual(first);
    const changed = await read(await tenant.request('PUT', path, { message: '– B', account_id: 1 }));
    expect(changed).toMatchObject({ id: first.id, message: '– B', is_active: false, account_id: tenant.account.id });
    expect(await read(await tenant.request('DELETE', path))).toEqual(changed);
    expect((await tenant.request('GET', path)).status).toBe(404);
  });

  it('has at most one active for each account', async () => {
    const tenant = await server.tenant();
    const other = await server.tenant({ organizationId: tenant.organizationId });
    await create(other, { message: 'theirs', is_active: true });
    const first = await create(tenant, { message: 'first', is_active: true });
    await create(tenant, { message: 'second', is_active: 1 });
    expect(await active(tenant)).toEqual(['second']);
    await tenant.request('PUT', `/api/auto_replies/${first.id}`, { is_active: '1' });
    expect(await active(tenant)).toEqual(['first']);
    await tenant.request('PUT', `/api/auto_replies/${first.id}`, { is_active: false });
    expect(await active(tenant)).toEqual([]);
    expect(await active(other)).toEqual(['theirs']);
    const missing = await tenant.request('PUT', '/api/auto_replies/99999999', { is_active: true });
    expect(missing.status).toBe(404);
  });

  it('has one active when many are activated at once', async () => {
    const tenant = await server.tenant();
    const made = await Promise.all([1, 2, 3, 4].map((n) => create(tenant, { message: `s${n}`, is_active: true })));
    const statuses = await Promise.all(
      made.map(async ({ id }) => (await tenant.request('PUT', `/api/auto_replies/${id}`, { is_active: true })).status),
    );
    expect(statuses).toEqual([200, 200, 200, 200]);
    expect(await active(tenant)).toHaveLength(1);
  });

  it.each([
    [{}, "Message can't be blank"],
    [{ message: null }, "Message can't be blank"],
    [{ message: ' \n' }, "Message can't be blank"],
    [{ message: 'x'.repeat(10_001) }, 'Message is too long (maximum is 10000 characters)'],
    [{ message: 'x', is_active: 'yes' }, 'Is active must be true or false'],
    [{ message: 'x\0' }, "Message contains characters that can't be stored"],
  ])('refuses input %#', async (body, problem) => {
    const { request } = await server.tenant();
    const response = await request('POST', '/api/auto_replies', body);
    expect([response.status, await response.json()]).toEqual([422, { error: `Validation failed: ${problem}` }]);
  });
});
