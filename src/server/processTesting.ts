import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { onTestFinished } from 'vitest';
import { demoLogin } from './store/demo.ts';

/** Where a server keeps its data: a folder, or a PostgreSQL database. */
export type Place = { dataDir: string; databaseUrl?: string };

export type Running = Awaited<ReturnType<typeof spawnServer>>;

const headers = {
  Authorization: `Basic ${btoa(`${demoLogin.username}:${demoLogin.password}`)}`,
  'Content-Type': 'application/json',
};

/** A server in a process of its own, which can be killed, on what earlier ones left in `place`. */
export async function spawnServer(place: Place, limits: { rateLimitHour?: number; broadcastIntervalS?: number } = {}) {
  const options = {
    ...place,
    port: 0,
    host: '127.0.0.1',
    demo: true,
    seed: 0,
    simulator: true,
    loopbackHooks: true,
    rateLimitHour: 0,
    broadcastIntervalS: 0,
    carrierDelayMs: 50,
    ...limits,
  };
  const script = `
    import { startServer } from ${JSON.stringify(new URL('./server.ts', import.meta.url).href)};
    console.log((await startServer({ ...${JSON.stringify(options)}, log: console.error })).url);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const ended = once(child, 'exit');
  const [url] = await Promise.race([
    once(createInterface({ input: child.stdout }), 'line'),
    ended.then(() => Promise.reject(new Error('The server ended before it listened'))),
  ]);
  /** Calls the server as the demo's administrator. */
  const request = (method: string, path: string, body?: object) =>
    fetch(`${url}${path}`, { method, headers, ...(body && { body: JSON.stringify(body) }) });
  return {
    request,
    /** As `request`; rejects when the answer is a refusal. */
    call: async (method: string, path: string, body?: object) => {
      const reply = await request(method, path, body);
      if (!reply.ok) throw new Error(`${method} ${path}: ${await reply.text()}`);
      return reply;
    },
    kill: () => child.kill('SIGKILL'),
    ended,
  };
}

/** Reads a list whole. */
export async function all<Item>({ call }: Running, path: string, parse: (body: unknown) => Item[]): Promise<Item[]> {
  const read = (page: number) => call('GET', `${path}${path.includes('?') ? '&' : '?'}per_page=100&page=${page}`);
  const first = await read(1);
  const pages = Number(first.headers.get('X-Total-Pages'));
  const items = parse(await first.json());
  for (let page = 2; page <= pages; page += 1) items.push(...parse(await (await read(page)).json()));
  return items;
}
