import { createHmac, randomInt } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Message } from '#contract/messages.ts';
import { WebHookPayload } from '#contract/webHooks.ts';
import { type Server, type ServerOptions, startServer } from './server.ts';
import { z } from 'zod/mini';

vi.setConfig({ testTimeout: 120_000 });
const patiently = 30_000;

let dataDir: string;
let running: Server[] = [];
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'server-'));
});
afterEach(async () => {
  // What a test that failed has left.
  for (const server of running) await server.close();
  rmSync(dataDir, { recursive: true });
});

async function start(options: Partial<ServerOptions> = {}): Promise<Server> {
  const server = await startServer({
    dataDir,
    port: 0,
    host: '127.0.0.1',
    demo: true,
    seed: 0,
    simulator: true,
    loopbackHooks: true,
    rateLimitHour: 1_000,
    broadcastIntervalS: 60,
    carrierDelayMs: 20,
    log: (error) => {
      throw error;
    },
    ...options,
  });
  const open = {
    ...server,
    close: async () => {
      running = running.filter((other) => other !== open);
      await server.close();
    },
  };
  running.push(open);
  return open;
}

const headers = { Authorization: `Basic ${btoa('demo@switchboard.test:demo-key')}` };
const freshPhone = () => `+1303${randomInt(200, 999)}${String(randomInt(9_999)).padStart(4, '0')}`;

async function send({ url }: Server, receiver: string) {
  const form = new FormData();
  form.set('sender', 'Demo@Switchboard.test');
  form.set('receiver', receiver);
  form.set('file', new File([Buffer.from('GIF89a')], 'a.gif'));
  return Message.parse(await (await fetch(`${url}/api/messages`, { method: 'POST', headers, body: form })).json());
}

const statusesIn = async ({ url }: Server) => {
  const list = z.array(Message).parse(await (await fetch(`${url}/api/messages`, { headers })).json());
  return list.map(({ status }) => status);
};

it('makes the demo account in an empty database, and finds it there the next time', async () => {
  const first = await start();
  expect(first.demo).toEqual({ username: 'demo@switchboard.test', password: 'demo-key' });
  await first.close();
  const second = await start();
  expect(second.demo).toEqual(first.demo);
  expect((await fetch(`${second.url}/api/users`, { headers })).headers.get('X-Total')).toBe('1');
  await second.close();
  const plain = await start({ demo: false });
  expect(plain.demo).toBeNull();
  await plain.close();
});

it('goes on with delivery reports after a restart, and addresses images on its own origin', async () => {
  const first = await start({ carrierDelayMs: 1_500 });
  const phone = freshPhone();
  const sent = await send(first, phone);
  expect(sent.image_url).toMatch(`${first.url}/media/`);
  const received = () => fetch(`${first.url}/carrier/phones/${phone}/messages`).then((reply) => reply.json());
  await vi.waitFor(async () => expect(await received()).toHaveLength(1), patiently);
  await first.close();
  const second = await start();
  await vi.waitFor(async () => expect(await statusesIn(second)).toEqual(['delivered']), patiently);
  const handed = await fetch(`${second.url}/carrier/messages`);
  expect(await handed.json()).toMatchObject([{ phone, times: 1, idempotency_id: `message-${sent.id}` }]);
  await second.close();
});

it('has no phone network without the simulator', async () => {
  const server = await start({ simulator: false });
  expect((await fetch(`${server.url}/carrier/messages`)).status).toBe(404);
  await server.close();
});

it('tells its installation of every text and every change, in a hook that the API does not show', async () => {
  const bodies: string[] = [];
  const http = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const body = Buffer.concat(parts).toString();
      expect(request.headers['x-textus-signature']).toBe(createHmac('sha256', 'hush').update(body).digest('hex'));
      bodies.push(body);
      response.writeHead(204).end();
    });
  });
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(http.address() as AddressInfo).port}/hooks/token`;
  const server = await start({ installationHook: { url, secret: 'hush' } });
  await send(server, freshPhone());
  const statuses = () => bodies.map((body) => WebHookPayload.parse(JSON.parse(body)).message.status);
  await vi.waitFor(() => expect(statuses()).toEqual(['created', 'delivered']), patiently);
  expect(await (await fetch(`${server.url}/api/web_hooks`, { headers })).json()).toEqual([]);
  await server.close();
  http.close();
});
