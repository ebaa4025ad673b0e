import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { debianProgram, installPeers } from './lib/peers.ts';
import { type Running, startNginx, startProcess } from './lib/processes.ts';
import { machine, median, quantile, report, table } from './lib/report.ts';
import { signIn } from './lib/signIn.ts';

// `npm run bench -- gateway`: what the way through the gateway costs, beside proxies that check nothing. ROUNDS and
// REQUESTS change how long it looks.

const rounds = Number(process.env['ROUNDS'] ?? 5);
/** Requests of a sample, and before the first: code that was not yet compiled says nothing. */
const requests = Number(process.env['REQUESTS'] ?? 8_000);
const warmUp = 20_000;
const connections = 32;
const people = 16;
const versions = {
  autocannon: '9.0.0',
  express: '5.3.0',
  'http-proxy-middleware': '4.2.2',
  fastify: '5.12.8',
  '@fastify/http-proxy': '11.6.3',
  undici: '8.13.1',
};

/** What no gateway on Node can be faster than. */
const floor = 'Node, forwarding only';

type Subject = { name: string; server: Running; cookies: string[] };
type Sample = { rate: number; cpu: number; times: number[] };
/** What autocannon's own types say of it, as far as it is used. */
type Client = { setRequests: (requests: object[]) => void };
type Instance = {
  on: (event: 'response', heard: (client: Client, status: number, bytes: number, ms: number) => void) => void;
};
type Cannon = (
  options: object,
  done: (
    error: Error | null,
    result: { requests: { total: number }; non2xx: number; errors: number; duration: number },
  ) => void,
) => Instance;

const peers = installPeers('gateway', versions);
const nginxVersion = debianProgram('nginx', '-v');
const autocannon: Cannon = peers.require('autocannon');
const authorization = `Basic ${btoa('dana@example.test:correct horse')}`;

/** Sends `subject` so many requests and answers requests a second, CPU microseconds a request and how long each took (ms). */
function load({ server, cookies }: Subject, atOnce: number, amount: number): Promise<Sample> {
  const times: number[] = [];
  let next = 0;
  const before = server.cpu();
  return new Promise((resolve, reject) => {
    const options = {
      url: server.origin,
      connections: atOnce,
      amount,
      // No two ask the same at once, which the gateway would ask only once.
      setupClient: (client: Client) => {
        const connection = next++;
        const cookie = cookies[connection % cookies.length];
        const pages = Array.from({ length: 50 }, (_, i) => ({
          path: `/api/contacts?page=${connection * 50 + i + 1}&per_page=25`,
          headers: cookie ? { Cookie: cookie } : {},
        }));
        client.setRequests(pages);
      },
    };
    autocannon(options, (error, { requests: { total }, non2xx, errors, duration }) => {
      if (error ?? non2xx + errors > 0) reject(error ?? new Error(`${non2xx + errors} requests failed`));
      else resolve({ rate: total / duration, cpu: ((server.cpu() - before) / total) * 1e6, times });
    }).on('response', (_client, _status, _bytes, ms) => times.push(ms));
  });
}

const nginxBefore = (upstream: string) =>
  startNginx(
    (port) => `upstream api { server ${new URL(upstream).host}; keepalive 64; keepalive_requests 1000000000; }
      server { listen 127.0.0.1:${port}; keepalive_requests 1000000000;
        location / { proxy_pass http://api; proxy_http_version 1.1; proxy_set_header Connection "";
          proxy_set_header Authorization "${authorization}"; } }`,
  );

async function startAll(upstream: Running, dataDir: string): Promise<Subject[]> {
  const proxy = (file: string) =>
    startProcess(process.execPath, [
      join(import.meta.dirname, 'servers', file),
      peers.folder,
      upstream.origin,
      authorization,
    ]);
  const gateway = await startProcess(process.execPath, ['dist/server/main.js'], {
    PORT: '0',
    TEXTUS_URL: upstream.origin,
    DATA_DIR: dataDir,
    RATE_LIMIT_HOUR: '100000000',
  });
  const cookies = [];
  for (let i = 0; i < people; i += 1) cookies.push(await signIn(gateway.origin, `person${i}@example.test`));
  return [
    { name: 'no proxy', server: upstream, cookies: [] },
    ...(nginxVersion ? [{ name: 'nginx', server: await nginxBefore(upstream.origin), cookies: [] }] : []),
    { name: 'http-proxy-middleware', server: await proxy('expressProxy.ts'), cookies: [] },
    { name: '@fastify/http-proxy', server: await proxy('fastifyProxy.ts'), cookies: [] },
    { name: floor, server: await proxy('bareProxy.ts'), cookies: [] },
    { name: 'Switchboard', server: gateway, cookies },
  ];
}

type Measured = { name: string; rate: number; cpu: number; p50: number; p99: number };

async function measure(subjects: Subject[]): Promise<Measured[]> {
  const crowd = new Map(subjects.map(({ name }) => [name, [] as Sample[]]));
  const single = new Map(subjects.map(({ name }) => [name, [] as Sample[]]));
  for (const subject of subjects) await load(subject, connections, warmUp);
  for (let round = 1; round <= rounds; round += 1) {
    for (const subject of subjects) {
      crowd.get(subject.name)?.push(await load(subject, connections, requests));
      single.get(subject.name)?.push(await load(subject, 1, requests / 8));
    }
    console.log(`round ${round} of ${rounds}`);
  }
  return subjects.map(({ name }) => {
    const [many = [], one = []] = [crowd.get(name), single.get(name)];
    const took = (share: number) => median(one.map(({ times }) => quantile(times, share)));
    return {
      name,
      rate: median(many.map(({ rate }) => rate)),
      cpu: median(many.map(({ cpu }) => cpu)),
      p50: took(0.5),
      p99: took(0.99),
    };
  });
}

function written(all: Measured[]): string {
  const direct = all[0]!;
  const of = (name: string) => all.find((measured) => measured.name === name)!;
  const ours = of('Switchboard');
  const rows = all
    .slice(1)
    .map((one) => [
      one.name,
      Math.round(one.rate).toLocaleString('en'),
      one.cpu.toFixed(0),
      (one.cpu / ours.cpu).toFixed(2),
      (one.p50 - direct.p50).toFixed(2),
      (one.p99 - direct.p99).toFixed(2),
    ]);
  const efficiency = (name: string, beside = ours) => (of(name).cpu / beside.cpu).toFixed(2);
  const added = (one: Measured) => one.p50 - direct.p50;
  /** What a request may cost at most. */
  const share = of('http-proxy-middleware').cpu / 1.4;
  const besideNginx = nginxVersion
    ? `**${efficiency('nginx')}** of nginx's (wanted: 0.3); its added p50 is
**${(added(ours) / added(of('nginx'))).toFixed(1)} ×** nginx's (wanted: 1.5). "${floor}" is the limit of any proxy on Node: Node's own server, undici's
lowest call, no check, no stream, and still ${efficiency('nginx', of(floor))} of nginx's efficiency and ${(added(of(floor)) / added(of('nginx'))).toFixed(1)} × its added p50`
    : 'not compared with nginx, which is missing here';
  return `## Gateway: \`npm run bench -- gateway\`

${machine({ nginx: nginxVersion ?? 'missing', ...versions })}

${table(['proxy', 'requests/s', 'CPU µs a request', 'its CPU ÷ ours', 'added p50, ms', 'added p99, ms'], rows)}

Pages of 25 contacts (9 KB) from an API that answers at once, medians of ${rounds} rounds in turn: ${connections} connections with
${requests.toLocaleString('en')} requests, then one connection alone for the added times, which are over those without a proxy (${direct.p50.toFixed(2)} and
${direct.p99.toFixed(2)} ms). CPU is user and system time of the proxy's processes, from /proc. Requests a second share the
machine's cores with the load and the API, so they say less than CPU. The others forward and put the credential on, with
connections kept open (nginx as Debian sets it up, one worker); Switchboard runs as \`npm start\` does before a hosted API,
with ${people} people signed in: it opens the sealed session, checks host, origin and operation, keeps the hour's ledger, shares
and remembers reads, logs and counts. Nobody here takes answers packed, as browsers do: that takes 5 µs
more where the answer is remembered, and 49 where it is new (measured with \`Accept-Encoding\`, 28 November 2026).

Its efficiency is **${efficiency('http-proxy-middleware')} ×** http-proxy-middleware's (wanted: 1.4) and ${besideNginx}.
All that Switchboard adds to that limit, session to log, makes **${(ours.cpu / of(floor).cpu).toFixed(2)} ×** its CPU.

1.4 would be ${share.toFixed(0)} µs a request, and the bare proxy takes ${of(floor).cpu.toFixed(0)}: it would leave ${(share - of(floor).cpu).toFixed(0)} µs for the session, the checks, the hour's ledger,
sharing, remembering, the log and the metrics, which take ${(ours.cpu - of(floor).cpu).toFixed(0)}. A profile (\`node --cpu-prof\`, 16,000 requests) shows no single place
that stands out: of the main thread's time writing to the two sockets takes 30 %, undici 16 %, Node's HTTP and streams 14 %,
collecting garbage 4 %, all that is our own 29 %, no function of it more than 2 %. V8's helper threads, which collect garbage and
compile beside it, add a sixth. What our part costs depends on what else the machine does, more than that of the others does: its
heap, with 1,600 answers remembered, does not fit into the caches of the processor (measured in turns: 142 µs in a quiet round,
446 in a busy one, where the bare proxy took 84 and 112).
At the 1,000 requests an hour that the API grants a user, one core carries ${Math.round(3_600_000 / ours.cpu).toLocaleString('en')} people who use all of it (calculated).`;
}

execFileSync('npm', ['run', '--silent', 'build'], { stdio: ['ignore', 'ignore', 'inherit'] });
const dataDir = mkdtempSync(join(tmpdir(), 'bench-gateway-'));
const upstream = await startProcess(process.execPath, [join(import.meta.dirname, 'servers', 'upstream.ts')]);
const subjects = await startAll(upstream, dataDir);
try {
  await report('gateway', written(await measure(subjects)));
} finally {
  for (const { server } of subjects) await server.stop();
  rmSync(dataDir, { recursive: true, force: true });
}
