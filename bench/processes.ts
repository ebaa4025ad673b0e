import { sql } from 'drizzle-orm';
import { cpus, loadavg } from 'node:os';
import { startCluster } from '../scripts/postgresCluster.ts';
import { type Database, openPostgres } from '../src/server/db/database.ts';
import { demoLogin } from '../src/server/store/demo.ts';
import { createDatabase } from '../src/server/templateTesting.ts';
import { fill, postgresVersion } from './lib/databases.ts';
import { type Asked, toEverybody } from './lib/everybody.ts';
import { type Server, startServer, stopServer } from './lib/fleet.ts';
import { loadAll } from './lib/load.ts';
import { cpuOfFamily } from './lib/processes.ts';
import { machine, median, report, table } from './lib/report.ts';
import { allSent, numberOf, settled } from './lib/settled.ts';

// `npm run bench -- processes`: one, two and four servers, in processes of their own, on one PostgreSQL. PEOPLE, REQUESTS
// and ROUNDS change how much it looks at.

const people = Number(process.env['PEOPLE'] ?? 10_000);
const textsEach = 10;
const requests = Number(process.env['REQUESTS'] ?? 3_000);
const rounds = Number(process.env['ROUNDS'] ?? 2);
/** Texts of which the servers' gateways hear. */
const textsTold = 320;
const connections = 32;
const counts = [1, 2, 4];
/** Four processes open some 25 connections each. */
const settings = ['shared_buffers=512MB', 'max_connections=200'];

const headers = {
  Authorization: `Basic ${btoa(`${demoLogin.username}:${demoLogin.password}`)}`,
  'Content-Type': 'application/json',
};

/** Somebody with neither a landline nor an opt-out. */
const contactOf = (connection: number) => 7 + 60 * (connection % Math.floor(people / 60));

/** Nine lists and a text; each connection asks for other pages and people. */
function mix(connection: number): object[] {
  const contact = contactOf(connection);
  const lists = [
    `/contacts?page=${connection + 1}`,
    '/messages?last_message_to_each_contact=true',
    `/messages/${contact}`,
    '/contacts?order_by_name_then_phone=true',
    `/contacts/${contact}`,
    '/contacts?q=c81e72',
    '/groups',
    `/messages?last_message_to_each_contact=true&page=${connection + 1}`,
    '/broadcasts',
  ];
  return [...lists.map((path) => ({ path: `/api${path}`, headers })), ...sends(connection)];
}

/** A text. */
function sends(connection: number): object[] {
  const text = {
    sender: demoLogin.username,
    receiver: String(contactOf(connection)),
    content: 'Are you free on Monday?',
  };
  return [{ method: 'POST', path: '/api/messages', headers, body: JSON.stringify(text) }];
}

/** Requests and texts a second; CPU time of one of each, in microseconds, with what follows from it. */
type Figures = {
  rate: number;
  servers: number;
  postgres: number;
  texts: number;
  serversText: number;
  postgresText: number;
  told: number;
};

/** Starts `count` servers, asks and sends, and ends them. `postgres`: the process whose children serve them. */
async function measure(database: Database, url: string, postgres: number, count: number, broadcast: Asked) {
  const servers: Server[] = [];
  for (let n = 0; n < count; n += 1) servers.push(await startServer(url));
  const cpu = () => servers.reduce((sum, { process }) => sum + process.cpu(), 0);
  const load = (amount: number, ask: (connection: number) => object[] = mix) =>
    loadAll(
      servers.map(({ api }) => api),
      { connections, amount, mix: ask },
    );
  await load(requests / 3);
  await settled(database);
  /** What `act` and all that follows from it cost of CPU, in seconds. */
  const costOf = async (act: () => Promise<void>) => {
    const before = [cpu(), cpuOfFamily(postgres)] as const;
    await act();
    await settled(database);
    return { servers: cpu() - before[0], postgres: cpuOfFamily(postgres) - before[1] };
  };
  const told = await costOf(() => load(textsTold, sends).then(() => undefined));
  await database.db.execute(sql`delete from web_hooks where installation`);
  let rate = Number.NaN;
  const asked = await costOf(async () => {
    rate = await load(requests);
  });
  const handed = () => numberOf(database, sql`select count(*) from carrier_messages`);
  const before = await handed();
  let seconds = Number.NaN;
  const sent = await costOf(async () => {
    const begun = performance.now();
    await post(`${servers[0]!.api}/api/broadcasts`, broadcast);
    await allSent(database);
    seconds = (performance.now() - begun) / 1_000;
  });
  const texts = (await handed()) - before;
  for (const server of servers) await stopServer(server);
  const figures: Figures = {
    rate,
    servers: (asked.servers / requests) * 1e6,
    postgres: (asked.postgres / requests) * 1e6,
    texts: texts / seconds,
    told: ((told.servers + told.postgres) / textsTold) * 1e6,
    serversText: (sent.servers / texts) * 1e6,
    postgresText: (sent.postgres / texts) * 1e6,
  };
  return figures;
}

async function post(url: string, body: object) {
  const reply = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
  if (!reply.ok) throw new Error(`${url}: ${reply.status} ${await reply.text()}`);
}

const [busy = 0] = loadavg();
const cluster = await startCluster(settings);
const url = await createDatabase(cluster.url, 'bench_processes');
const database = await openPostgres(url);
const account = await fill(database, { contacts: people, messages: people * textsEach });
const broadcast = await toEverybody(database, account);
const all = new Map(counts.map((count) => [count, [] as Figures[]]));
for (let round = 1; round <= rounds; round += 1) {
  for (const count of counts) {
    const figures = await measure(database, url, cluster.pid, count, broadcast);
    all.get(count)?.push(figures);
    console.log(`round ${round} of ${rounds}, ${count}:`, figures);
  }
}
await database.close();
const version = postgresVersion(cluster.bin);
await cluster.stop();

const whole = (value: number) => Math.round(value).toLocaleString('en');
const of = (count: number, figure: keyof Figures) => median(all.get(count)!.map((figures) => figures[figure]));
const rows = counts.map((count) => [
  count,
  ...(['rate', 'servers', 'postgres', 'texts', 'serversText', 'postgresText', 'told'] as const).map((figure) =>
    whole(of(count, figure)),
  ),
]);
const [one, most] = [counts[0]!, counts.at(-1)!];
const grows = (figures: (keyof Figures)[]) => {
  const sum = (count: number) => figures.reduce((total, figure) => total + of(count, figure), 0);
  return `${(sum(most) / sum(one)).toFixed(2)} ×`;
};
await report(
  'processes',
  `## Processes: one, two and four servers on one PostgreSQL

${machine({ PostgreSQL: `${version} with ${settings.join(', ')}`, autocannon: '9.0.0' })}

${table(
  [
    'servers',
    'requests/s',
    'CPU µs a request: servers',
    'PostgreSQL',
    'texts/s',
    'CPU µs a text: servers',
    'PostgreSQL',
    'CPU µs a text that gateways hear of',
  ],
  rows,
)}

An account of ${whole(people)} contacts with ${whole(people * textsEach)} texts; servers as \`npm start\` runs them, in processes of their own, whose API is
asked without a gateway between. **Requests**: ${whole(requests)} on ${connections} connections shared out evenly, nine lists to a sent text, with all
that follows from the texts in the CPU time. **Texts**: a broadcast to everybody, from the POST until the last is handed
over; its CPU time goes on until every delivery is reported. Rounds in turn, of which medians are told: ${rounds}, processes started
anew in each. CPU time holds what a process does by the clock and once, such as looking for jobs and compiling: the fewer requests
are made, the more that is of each.
When it began, ${busy.toFixed(1)} other processes were at work on the machine's ${cpus().length} cores.

The servers, PostgreSQL and who asks share those cores, so requests and texts a second are bound by them, however many
processes there are; whether processes hinder each other shows in the CPU time of one request and one text, servers and
database together: with four it is **${grows(['servers', 'postgres'])}** for a request and **${grows(['serversText', 'postgresText'])}** for a text of what it is with one.

That is without what a server tells its gateway. Each process has its own gateway told of every text and of its delivery, one web
hook each, so with four there are four times as many: the last column is all that ${textsTold} texts cost then, sent one by one, and it grows to
**${grows(['told'])}**.`,
);
