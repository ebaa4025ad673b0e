import { and, eq, gt, type SQL, sql } from 'drizzle-orm';
import { createServer, type Server as HttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { WebHook } from '#contract/webHooks.ts';
import { webHookDeliveries } from '#server/db/schema/webHooks.ts';
import { announce } from '#server/store/webHooksDeliveries.ts';
import { messages } from '#server/db/schema/messages.ts';
import { engines, startTestServer, type TestServer } from '#server/testing.ts';

const events = process.env['LONG'] === '1' ? 1_000 : 150;

type Tenant = Awaited<ReturnType<TestServer['tenant']>>;

/** An endpoint that answers as `answer` says (0: never) and keeps what it was sent. */
async function endpoint(answer: (place: number) => number, port = 0) {
  const bodies: string[] = [];
  const http: HttpServer = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const status = answer(bodies.push(Buffer.concat(parts).toString()) - 1);
      if (status > 0) response.writeHead(status).end('as told');
    });
  });
  await new Promise<void>((resolve) => http.listen(port, '127.0.0.1', resolve));
  const close = () => {
    http.close();
    http.closeAllConnections();
  };
  onTestFinished(close);
  const address = http.address() as AddressInfo;
  return { bodies, url: `http://127.0.0.1:${address.port}/`, port: address.port, close };
}

describe.each(engines)('web hook deliveries on %s', (engine) => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer(engine);
  });
  afterAll(async () => {
    expect(server.problems).toEqual([]);
    await server.close();
  });

  const hook = async ({ request }: Tenant, url: string) =>
    WebHook.parse(await (await request('POST', '/api/web_hooks', { url })).json());

  /** Lets time pass for everything that is queued. */
  const pass = (seconds: number) =>
    server.database.db.execute(sql`
      update pgboss.job set start_after = start_after - ${seconds} * interval '1 second'
      where name = 'web-hooks.deliver' and state in ('created', 'retry')`);

  const deliveriesTo = ({ id }: WebHook) =>
    server.database.db.select().from(webHookDeliveries).where(eq(webHookDeliveries.webHookId, id));

  /** Announces one message `count` times. */
  async function happen({ account }: Tenant, count: number) {
    const { db } = server.database;
    await server.textIn('+13035550177', account.phone, 'Hello');
    const [message] = await db.select({ id: messages.id }).from(messages).where(eq(messages.accountId, account.id));
    const scope = { db, enqueue: server.enqueue, origin: 'http://localhost', loopbackHooks: true };
    for (let n = 1; n < count; n += 1) await announce(scope, [message!.id], 'message');
  }

  const patiently = (look: () => Promise<void> | void) => vi.waitFor(look, { timeout: 240_000, interval: 250 });

  it('are tried again until they arrive: two failures, one success, three attempts', { timeout: 120_000 }, async () => {
    const tenant = await server.tenant();
    const { bodies, url } = await endpoint((place) => (place < 2 ? 500 : 200));
    const made = await hook(tenant, url);
    await happen(tenant, 1);
    for (const [attempts, seconds] of [
      [1, 5.5],
      [2, 330],
    ] as const) {
      await patiently(async () => expect(await deliveriesTo(made)).toMatchObject([{ attempts, status: 'pending' }]));
      await pass(seconds);
    }
    await patiently(async () => expect(await deliveriesTo(made)).toMatchObject([{ attempts: 3, status: 'delivered' }]));
    expect(bodies).toHaveLength(3);
    expect(new Set(bodies).size).toBe(1);
    expect(await deliveriesTo(made)).toMatchObject([{ responseStatus: 200, responseExcerpt: 'as told' }]);
  });

  it('wait for nobody else’s endpoint that never answers', { timeout: 120_000 }, async () => {
    const [slow, quick] = [await server.tenant(), await server.tenant()];
    const [hanging, prompt] = [await endpoint(() => 0), await endpoint(() => 200)];
    const stuck = await hook(slow, hanging.url);
    await happen(slow, 120);
    await hook(quick, prompt.url);
    await patiently(() => expect(hanging.bodies.length).toBeGreaterThan(0));
    await happen(quick, 60);
    await patiently(() => expect(prompt.bodies).toHaveLength(60));
    const attempted = (await deliveriesTo(stuck)).filter(({ attempts }) => attempts > 0);
    expect(attempted.length, 'given up before the others were served').toBeLessThan(60);
  });

  it('all arrive once an endpoint that was down is back', { timeout: 600_000 }, async () => {
    const tenant = await server.tenant();
    const down = await endpoint(() => 200);
    down.close();
    const made = await hook(tenant, down.url);
    await happen(tenant, events);
    const count = (where: SQL) =>
      server.database.db.$count(webHookDeliveries, and(eq(webHookDeliveries.webHookId, made.id), where));
    await patiently(async () => expect(await count(gt(webHookDeliveries.attempts, 0))).toBe(events));
    await pass(120);
    const up = await endpoint(() => 200, down.port);
    await patiently(async () => {
      await pass(30);
      expect(await count(eq(webHookDeliveries.status, 'delivered'))).toBe(events);
    });
    // At least once: what is slow to be answered may come twice.
    expect(up.bodies.length).toBeGreaterThanOrEqual(events);
  });
});
