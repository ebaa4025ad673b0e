import { createHmac } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { WebHook, WebHookPayload, WebHookPayloadV1 } from '#contract/webHooks.ts';
import { engines, startTestServer, type TestServer } from '#server/testing.ts';
import { freshPhone, listOf } from './messagesTesting.ts';
import { strict } from '#contract/testing.ts';

type Delivered = { path: string; signature: string | undefined; body: string };

/** A server that keeps what is posted to it and answers with `status`. */
async function startReceiver(status = 204) {
  const delivered: Delivered[] = [];
  const http = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const signature = request.headers['x-textus-signature'];
      const body = Buffer.concat(parts).toString();
      delivered.push({ path: request.url ?? '', signature: signature?.toString(), body });
      response.writeHead(status, { Location: 'http://127.0.0.1:1/' }).end('thanks');
    });
  });
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const { port } = http.address() as AddressInfo;
  return { delivered, url: `http://127.0.0.1:${port}`, close: () => http.close() };
}

describe.each(engines)('web hooks on %s', (engine) => {
  let server: TestServer;
  let receiver: Awaited<ReturnType<typeof startReceiver>>;
  beforeAll(async () => {
    [server, receiver] = await Promise.all([startTestServer(engine), startReceiver()]);
  });
  afterAll(async () => {
    receiver.close();
    expect(server.problems).toEqual([]);
    await server.close();
  });

  type Tenant = Awaited<ReturnType<TestServer['tenant']>>;
  const made = async ({ request }: Tenant, input: object) =>
    WebHook.parse(await (await request('POST', '/api/web_hooks', input)).json());
  const deliveredTo = (path: string) => receiver.delivered.filter((delivery) => delivery.path === path);

  it('creates, lists, reads, changes and deletes hooks of the account', async () => {
    const tenant = await server.tenant();
    const { request, account } = tenant;
    const hook = await made(tenant, { url: 'http://127.0.0.1:1/a' });
    expect(hook).toMatchObject({ version: '2', web_hookable_type: 'Account', web_hookable_id: account.id });
    expect(hook.secret).toMatch(/^[0-9a-f]{64}$/);
    const list = await request('GET', '/api/web_hooks');
    expect([await list.json(), list.headers.get('X-Total')]).toEqual([[hook], '1']);
    const path = `/api/web_hooks/${hook.id}`;
    const changed = await request('PUT', path, { url: 'https://example.test/b', version: '1', secret: 'mine' });
    const after = WebHook.parse(await changed.json());
    expect(after).toMatchObject({ url: 'https://example.test/b', version: '2', secret: hook.secret });
    expect(await (await request('GET', path)).json()).toEqual(after);
    expect(await (await request('DELETE', path)).json()).toEqual(after);
    expect((await request('GET', path)).status).toBe(404);
  });

  it.each([{}, { url: 'ftp://x.test' }, { url: 'javascript:alert(1)' }, { url: 'http://x.test', version: '3' }])(
    'refuses %j with 422',
    async (input) => {
      const { request } = await server.tenant();
      expect((await request('POST', '/api/web_hooks', input)).status).toBe(422);
    },
  );

  it('lets an org_admin hook the organisation and its accounts, and nobody else', async () => {
    const owner = await server.tenant({ role: 'org_admin' });
    const { organizationId } = owner;
    const colleague = await server.tenant({ organizationId });
    const stranger = await server.tenant();
    const url = 'http://127.0.0.1:1/';
    const whole = await made(owner, { url });
    expect(whole).toMatchObject({ web_hookable_type: 'Organization', web_hookable_id: organizationId });
    expect(await made(owner, { url, account_id: colleague.account.id })).toMatchObject({
      web_hookable_id: colleague.account.id,
    });
    const status = async ({ request }: Tenant, account_id: number) =>
      (await request('POST', '/api/web_hooks', { url, account_id })).status;
    expect(await status(colleague, owner.account.id)).toBe(403);
    expect(await status(owner, stranger.account.id)).toBe(422);
    expect((await colleague.request('GET', `/api/web_hooks/${whole.id}`)).status).toBe(404);
    expect((await stranger.request('DELETE', `/api/web_hooks/${whole.id}`)).status).toBe(404);
  });

  it('posts every text sent and received, signed, to version 2 hooks', async () => {
    const tenant = await server.tenant();
    const path = `/v2-${tenant.account.id}`;
    const hook = await made(tenant, { url: `${receiver.url}${path}` });
    await server.textIn(freshPhone(), tenant.account.phone, 'Hello');
    const [inbound] = await listOf(tenant.request, '');
    await tenant.request('POST', '/api/messages', {
      sender: tenant.user.id,
      receiver: inbound!.sender_id,
      content: 'Hi',
    });
    await vi.waitFor(() => expect(deliveredTo(path)).toHaveLength(2), 10_000);
    for (const { body, signature } of deliveredTo(path)) {
      expect(signature).toBe(createHmac('sha256', hook.secret).update(body).digest('hex'));
      expect(body).not.toContain(hook.secret);
    }
    const payloads = deliveredTo(path).map(({ body }) => strict(WebHookPayload).parse(JSON.parse(body)));
    expect(
      payloads
        .map(({ message }) => [message.content, message.status])
        .toSorted(([a = ''], [b = '']) => a.localeCompare(b)),
    ).toEqual([
      ['Hello', 'received'],
      ['Hi', 'created'],
    ]);
    expect(payloads[0]?.web_hook.id).toBe(hook.id);
    expect(payloads[0]?.message.created_at).toMatch(/\.\d{3}Z$/);
  });

  it('posts the old fields, unsigned, to version 1 hooks', async () => {
    const tenant = await server.tenant();
    const path = `/v1-${tenant.account.id}`;
    await made(tenant, { url: `${receiver.url}${path}`, version: 1 });
    await server.textIn(freshPhone(), tenant.account.phone, 'Hello');
    await vi.waitFor(() => expect(deliveredTo(path)).toHaveLength(1), 10_000);
    const [{ body, signature }] = deliveredTo(path) as [Delivered];
    expect(signature).toBeUndefined();
    expect(strict(WebHookPayloadV1).parse(JSON.parse(body))).toMatchObject({
      body: 'Hello',
      sender_type: 'Contact',
    });
  });

  it('does not follow a redirection', async () => {
    const tenant = await server.tenant();
    const moved = await startReceiver(302);
    await made(tenant, { url: moved.url });
    await server.textIn(freshPhone(), tenant.account.phone, 'Hello');
    await vi.waitFor(() => expect(moved.delivered).toHaveLength(1), 10_000);
    moved.close();
  });
});
