import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { Delivery } from '#contract/deliveries.ts';
import { WebHook, WebHookPayload } from '#contract/webHooks.ts';
import { engines, startTestServer, type TestServer } from '#server/testing.ts';
import { strict } from '#contract/testing.ts';
import { z } from 'zod/mini';

type Tenant = Awaited<ReturnType<TestServer['tenant']>>;

describe.each(engines)('deliveries on %s', (engine) => {
  let server: TestServer;
  let status = 200;
  const bodies: string[] = [];
  const http = createServer((request, response) => {
    request.setEncoding('utf8').on('data', (body: string) => bodies.push(body));
    request.on('end', () => response.writeHead(status).end('<b>thanks</b>'));
  });
  let url = '';
  beforeAll(async () => {
    server = await startTestServer(engine);
    await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(http.address() as AddressInfo).port}/`;
  });
  afterAll(async () => {
    await server.close();
    http.close();
    http.closeAllConnections();
  });

  const hooked = async ({ request }: Tenant) =>
    `/api/web_hooks/${WebHook.parse(await (await request('POST', '/api/web_hooks', { url })).json()).id}`;
  const list = async ({ request }: Tenant, path: string, query = '') =>
    z.array(strict(Delivery)).parse(await (await request('GET', `${path}/deliveries${query}`)).json());
  const listed = (tenant: Tenant, path: string, expected: object[]) =>
    vi.waitFor(async () => expect(await list(tenant, path)).toMatchObject(expected), { timeout: 15_000, interval: 50 });

  it('show what was sent, when, and what came back', async () => {
    const tenant = await server.tenant();
    const path = await hooked(tenant);
    status = 500;
    await server.textIn('+13035550171', tenant.account.phone, 'Hello');
    await listed(tenant, path, [
      { status: 'pending', attempts: 1, response_status: 500, response_excerpt: '<b>thanks</b>' },
    ]);
    const [delivery] = await list(tenant, path);
    expect(Date.parse(delivery?.next_attempt_at ?? '')).toBeGreaterThan(Date.now());
    expect(WebHookPayload.parse(JSON.parse(delivery?.payload ?? '')).message.content).toBe('Hello');
    status = 200;
    const again = await tenant.request('POST', `${path}/deliveries/${delivery?.id}/redeliver`);
    expect(Delivery.parse(await again.json()).id).toBe(delivery?.id);
    await listed(tenant, path, [{ status: 'delivered', attempts: 2, response_status: 200, next_attempt_at: null }]);
    const anew = await tenant.request('POST', `${path}/deliveries/${delivery?.id}/redeliver`);
    const { id, payload } = Delivery.parse(await anew.json());
    expect(payload).toBe(delivery?.payload);
    await listed(tenant, path, [
      { id, status: 'delivered', attempts: 1 },
      { id: delivery?.id, status: 'delivered' },
    ]);
    expect((await list(tenant, path, '?per_page=1&page=2')).map((one) => one.id)).toEqual([delivery?.id]);
    expect(await list(tenant, path, '?status=failed')).toEqual([]);
    expect((await tenant.request('GET', `${path}/deliveries?status=lost`)).status).toBe(422);
  });

  it('can be tested, also before anybody texted', async () => {
    const tenant = await server.tenant({ role: 'org_admin' });
    const path = await hooked(tenant);
    expect((await tenant.request('POST', `${path}/test`)).status).toBe(200);
    await listed(tenant, path, [{ status: 'delivered' }]);
    const sent = bodies.map((body) => strict(WebHookPayload).parse(JSON.parse(body)));
    expect(sent.at(-1)?.message.content).toBe('This is a test of your web hook.');
  });

  it('are 404 to everybody who may not see the hook', async () => {
    const owner = await server.tenant();
    const path = await hooked(owner);
    const made = Delivery.parse(await (await owner.request('POST', `${path}/test`)).json());
    const other = await hooked(owner);
    expect((await owner.request('POST', `${other}/deliveries/${made.id}/redeliver`)).status).toBe(404);
    const strangers = [await server.tenant({ organizationId: owner.organizationId }), await server.tenant()];
    for (const { request } of strangers) {
      expect((await request('GET', `${path}/deliveries`)).status).toBe(404);
      expect((await request('POST', `${path}/test`)).status).toBe(404);
      expect((await request('POST', `${path}/deliveries/${made.id}/redeliver`)).status).toBe(404);
    }
    expect((await server.app.request(`${path}/deliveries`)).status).toBe(401);
  });
});
