import { execFileSync, fork } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { message } from './lib/aText.ts';
import { installPeers } from './lib/peers.ts';
import { freePort, type Running, startProcess } from './lib/processes.ts';
import { machine, median, report, table } from './lib/report.ts';
import { signIn } from './lib/signIn.ts';

// `npm run bench -- events`: how one event reaches thousands of browsers, beside better-sse. CLIENTS and ROUNDS change it.

const clients = Number(process.env['CLIENTS'] ?? 5_000);
const rounds = Number(process.env['ROUNDS'] ?? 5);
const burst = 40;
const atOnce = 4;
const singles = 15;
const versions = { 'better-sse': '0.16.1' };
const peers = installPeers('events', versions);
const server = (file: string) => join(import.meta.dirname, 'servers', file);

/** A server of events: where its streams are and how to make it send one. */
type Subject = {
  name: string;
  running: Running;
  path: string;
  cookies: string[];
  publish: (nr: number) => Promise<void>;
};
type Figures = { rate: number; cpu: number; one: number; memory: number };

const hook = { url: 'http://127.0.0.1/', web_hookable_type: 'Account', web_hookable_id: 70, version: '2', id: 1 };

async function post(url: string, body: string, headers: Record<string, string> = {}) {
  const reply = await fetch(url, { method: 'POST', body, headers: { 'Content-Type': 'application/json', ...headers } });
  if (!reply.ok) throw new Error(`${url}: ${reply.status} ${await reply.text()}`);
}

async function betterSse(): Promise<Subject> {
  const running = await startProcess(process.execPath, [server('betterSse.ts'), peers.folder]);
  const event = (nr: number) => JSON.stringify({ type: 'message', message: { ...message, id: nr } });
  return { name: 'better-sse', running, path: '/', cookies: [], publish: (nr) => post(running.origin, event(nr)) };
}

/** The gateway as `npm start` runs it before a hosted API, told of each text by a signed web hook. */
async function switchboard(upstream: Running, dataDir: string): Promise<Subject> {
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const running = await startProcess(process.execPath, ['dist/server/main.js'], {
    PORT: String(port),
    PUBLIC_URL: origin,
    TEXTUS_URL: upstream.origin,
    DATA_DIR: dataDir,
  });
  const cookies: string[] = [];
  for (let n = 0; n < clients; n += 20) {
    const people = Array.from({ length: Math.min(20, clients - n) }, (_, i) => `person${n + i}@example.test`);
    cookies.push(...(await Promise.all(people.map((person) => signIn(origin, person)))));
  }
  const headers = { Origin: origin, 'X-Requested-With': 'switchboard', Cookie: cookies[0] ?? '' };
  await post(`${origin}/live`, '', headers);
  const { url, secret } = (await (await fetch(`${upstream.origin}/hook`)).json()) as { url: string; secret: string };
  const publish = (nr: number) => {
    const body = JSON.stringify({
      timestamp: Math.floor(Date.now() / 1_000),
      web_hook: { ...hook, created_at: message.created_at, updated_at: message.updated_at },
      message: { ...message, id: nr },
    });
    return post(url, body, { 'X-TextUs-Signature': createHmac('sha256', secret).update(body).digest('hex') });
  };
  return { name: 'Switchboard', running, path: '/events', cookies, publish };
}

/** The clients of a subject, in a process of their own. */
async function connectAll({ running, path, cookies }: Subject) {
  const child = fork(server('listeners.ts'), [running.origin, path, String(clients)]);
  const heard = (what: string) =>
    new Promise<void>((resolve, reject) => {
      child.on('message', function hear(told: object) {
        if ('lost' in told) reject(new Error('A client lost its stream'));
        if (!(what in told)) return;
        child.off('message', hear);
        resolve();
      });
    });
  const open = heard('open');
  child.send({ cookies });
  await open;
  return {
    /** Resolves once every client has had `each` events more; `begin` makes them. */
    receive: async (each: number, begin: () => Promise<unknown>) => {
      const ready = heard('ready');
      const reached = heard('reached');
      child.send({ count: each * clients });
      await ready;
      const from = performance.now();
      await begin();
      await reached;
      return performance.now() - from;
    },
    close: async () => {
      child.removeAllListeners('message');
      const ended = once(child, 'exit');
      child.kill();
      await ended;
    },
  };
}

async function measureOnce(subject: Subject): Promise<Figures> {
  const { running, publish } = subject;
  const before = running.memory();
  const all = await connectAll(subject);
  const memory = (running.memory() - before) / clients;
  const ones: number[] = [];
  for (let i = 0; i < singles; i += 1) ones.push(await all.receive(1, () => publish((nr += 1))));
  const cpu = running.cpu();
  const took = await all.receive(burst, async () => {
    let left = burst;
    const send = async () => {
      while (left-- > 0) await publish((nr += 1));
    };
    await Promise.all(Array.from({ length: atOnce }, send));
  });
  const deliveries = burst * clients;
  const used = ((running.cpu() - cpu) / deliveries) * 1e6;
  await all.close();
  return { rate: deliveries / (took / 1_000), cpu: used, one: median(ones), memory };
}

let nr = 0;
execFileSync('npm', ['run', '--silent', 'build'], { stdio: ['ignore', 'ignore', 'inherit'] });
const dataDir = mkdtempSync(join(tmpdir(), 'bench-events-'));
const upstream = await startProcess(process.execPath, [server('upstream.ts')]);
const figures = new Map<string, Figures[]>();
try {
  for (let round = 1; round <= rounds; round += 1) {
    // A process of its own for each round, so that memory is that of the clients and not of the round before.
    for (const start of [betterSse, () => switchboard(upstream, dataDir)]) {
      const subject = await start();
      const measured = await measureOnce(subject);
      figures.set(subject.name, [...(figures.get(subject.name) ?? []), measured]);
      await subject.running.stop();
      console.log(`round ${round} of ${rounds}: ${subject.name}`, measured);
    }
  }
  await report('events', written());
} finally {
  await upstream.stop();
  rmSync(dataDir, { recursive: true, force: true });
}

function written() {
  const of = (name: string, what: keyof Figures) => median((figures.get(name) ?? []).map((one) => one[what]));
  const rows = ['better-sse', 'Switchboard'].map((name) => [
    name,
    Math.round(of(name, 'rate')).toLocaleString('en'),
    of(name, 'cpu').toFixed(1),
    of(name, 'one').toFixed(0),
    of(name, 'memory').toFixed(1),
  ]);
  const ratio = (what: keyof Figures) => of('Switchboard', what) / of('better-sse', what);
  return `## Events: \`npm run bench -- events\`

${machine(versions)}

${table(['server', 'deliveries/s', 'CPU µs a delivery', 'one event to all, ms', 'KB a client'], rows)}

${clients.toLocaleString('en')} clients on one process, medians of ${rounds} rounds in turn, a fresh process in each. **Deliveries**: ${burst} events, posted
${atOnce} at a time, until every client has had all of them, so ${(burst * clients).toLocaleString('en')} deliveries; the clients are one process on the same
cores, and read on their own CPU. **One event**: from its post until the last client has it, the median of ${singles}. **KB**: what
the process holds more once all are connected. better-sse runs on Node's own server with a channel and nothing else;
Switchboard runs as \`npm start\` does, with one session for each client, and every event is a web hook whose signature and
content it checks, kept for browsers that come back.

Switchboard delivers **${ratio('rate').toFixed(2)} ×** what better-sse does (wanted: 3), reaches all in **${of('Switchboard', 'one').toFixed(0)} ms** (wanted: 150) and holds
**${of('Switchboard', 'memory').toFixed(1)} KB** a client (wanted: 25). An event is encoded once for everybody, and those that come while others are
being written go out together, one write for each client.`;
}
