import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MessageSignature } from '#contract/messageSignatures.ts';
import { engines, startTestServer, type TestServer } from '#server/testing.ts';
import { strict } from '#contract/testing.ts';
import { z } from 'zod/mini';

type Tenant = Awaited<ReturnType<TestServer['tenant']>>;

const read = async (response: Response) => strict(MessageSignature).parse(await response.json());

describe.each(engines)('message signatures on %s', (engine) => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer(engine);
  });
  afterAll(() => server.close());

  const create = async ({ request }: Tenant, body: object) =>
    read(await request('POST', '/api/message_signatures', body));
  const active = async ({ request }: Tenant) =>
    z
      .array(MessageSignature)
      .parse(await (await request('GET', '/api/message_signatures')).json())
      .flatMap(({ is_active, content }) => (is_active ? [content] : []));

  it('creates, answers, lists, changes and deletes a signature', async () => {
    const tenant = await server.tenant();
    const first = await create(tenant, { content: '– Bart\n' });
    expect(first).toMatchObject({ content: '– Bart\n', is_active: false, account_id: tenant.account.id });
    const second = await create(tenant, { content: 'Reply STOP to stop', is_active: 'true' });
    const path = `/api/message_signatures/${first.id}`;
    expect(await read(await tenant.request('GET', path))).toEqual(first);
    const list = await tenant.request('GET', '/api/message_signatures?per_page=1');
    expect([await list.json(), list.headers.get('X-Total')]).toEqual([[second], '2']);
    expect(await read(await tenant.request('PUT', path, {}))).toEqual(first);
    const changed = await read(await tenant.request('PUT', path, { content: '– B', account_id: 1 }));
    expect(changed).toMatchObject({ id: first.id, content: '– B', is_active: false, account_id: tenant.account.id });
    expect(await read(await tenant.request('DELETE', path))).toEqual(changed);
    expect((await tenant.request('GET', path)).status).toBe(404);
  });

  it('has at most one active for each account', async () => {
    const tenant = await server.tenant();
    const other = await server.tenant({ organizationId: tenant.organizationId });
    await create(other, { content: 'theirs', is_active: true });
    const first = await create(tenant, { content: 'first', is_active: true });
    await create(tenant, { content: 'second', is_active: 1 });
    expect(await active(tenant)).toEqual(['second']);
    await tenant.request('PUT', `/api/message_signatures/${first.id}`, { is_active: '1' });
    expect(await active(tenant)).toEqual(['first']);
    await tenant.request('PUT', `/api/message_signatures/${first.id}`, { is_active: false });
    expect(await active(tenant)).toEqual([]);
    expect(await active(other)).toEqual(['theirs']);
    const missing = await tenant.request('PUT', '/api/message_signatures/99999999', { is_active: true });
    expect(missing.status).toBe(404);
  });

  it('has one active when many are activated at once', async () => {
    const tenant = await server.tenant();
    const made = await Promise.all([1, 2, 3, 4].map((n) => create(tenant, { content: `s${n}`, is_active: true })));
    const statuses = await Promise.all(
      made.map(
        async ({ id }) => (await tenant.request('PUT', `/api/message_signatures/${id}`, { is_active: true })).status,
      ),
    );
    expect(statuses).toEqual([200, 200, 200, 200]);
    expect(await active(tenant)).toHaveLength(1);
  });

  it.each([
    [{}, "Content can't be blank"],
    [{ content: null }, "Content can't be blank"],
    [{ content: ' \n' }, "Content can't be blank"],
    [{ content: 'x'.repeat(10_001) }, 'Content is too long (maximum is 10000 characters)'],
    [{ content: 'x', is_active: 'yes' }, 'Is active must be true or false'],
    [{ content: 'x\0' }, "Content contains characters that can't be stored"],
  ])('refuses input %#', async (body, problem) => {
    const { request } = await server.tenant();
    const response = await request('POST', '/api/message_signatures', body);
    expect([response.status, await response.json()]).toEqual([422, { error: `Validation failed: ${problem}` }]);
  });
});
