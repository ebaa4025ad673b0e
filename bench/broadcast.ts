import { sql } from 'drizzle-orm';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import type { Database } from '../src/server/db/database.ts';
import { createDemoAccount } from '../src/server/store/demo.ts';
import { type Engine, serve, type Served, startEngines } from './lib/databases.ts';
import { handedOver, toEverybody } from './lib/everybody.ts';
import { machine, quantile, report, table } from './lib/report.ts';

// A broadcast to PEOPLE: how soon every text is at the simulated phone network, and what others notice meanwhile.

const people = Number(process.env['PEOPLE'] ?? 100_000);
/** Somebody else reads a page of contacts this often. */
const everyMs = 25;
const idleReads = 400;

const words = (count: number) => count.toLocaleString('en');
const ms = (value: number) => value.toFixed(1);

/** One account with one group of everybody; answers what the broadcast is asked with. */
async function fill(database: Database) {
  const { db } = database;
  const { account, user } = await createDemoAccount(db);
  await db.execute(sql`
    insert into contacts (account_id, phone, country, first_name, last_name, created_at)
    select ${account.id}, (13030000001 + n * 3)::text, 'US', 'First ' || n, 'Last ' || n, now() - n * interval '1 minute'
    from generate_series(1, ${people}::int) n`);
  return toEverybody(database, { id: account.id, userId: user.id });
}

/** Reads a page of contacts again and again until `done`; milliseconds each. */
async function readsUntil({ ask }: Served, done: (count: number) => boolean): Promise<number[]> {
  const times: number[] = [];
  while (!done(times.length)) {
    times.push(await ask('/contacts'));
    await pause(everyMs);
  }
  return times;
}

async function measure(engine: Engine) {
  const place = await engine.place();
  const database = await place.open();
  const broadcast = await fill(database);
  const served = await serve(database);
  await served.work();
  const idle = await readsUntil(served, (count) => count === idleReads);
  const loop = monitorEventLoopDelay({ resolution: 1 });
  loop.enable();
  const cpu = process.cpuUsage();
  const begun = performance.now();
  let seconds = 0;
  const sent = served
    .ask('/broadcasts', broadcast)
    .then(() => handedOver(database, people))
    .then(() => (seconds = (performance.now() - begun) / 1_000));
  const during = await readsUntil(served, () => seconds > 0);
  await sent;
  loop.disable();
  const used = process.cpuUsage(cpu);
  await served.close();
  await engine.close();
  const cpuSeconds = (used.user + used.system) / 1_000_000;
  return { engine, seconds, cpuSeconds, blocked: [loop.max, loop.percentile(99)].map((ns) => ns / 1e6), idle, during };
}

const measured: Awaited<ReturnType<typeof measure>>[] = [];
for (const engine of await startEngines()) measured.push(await measure(engine));
const p99 = (times: number[]) => quantile(times, 0.99);
const rows = [
  ['POST to last text, s', ...measured.map(({ seconds }) => seconds.toFixed(1)), '≤ 60'],
  ['CPU of the server process, s', ...measured.map(({ cpuSeconds }) => cpuSeconds.toFixed(1)), ''],
  ['event loop blocked, longest / p99, ms', ...measured.map(({ blocked }) => blocked.map(ms).join(' / ')), '≤ 60'],
  [
    'GET /contacts idle, p50 / p99, ms',
    ...measured.map(({ idle }) => `${ms(quantile(idle, 0.5))} / ${ms(p99(idle))}`),
    '',
  ],
  [
    'GET /contacts meanwhile, p50 / p99, ms',
    ...measured.map(({ during }) => `${ms(quantile(during, 0.5))} / ${ms(p99(during))}`),
    '',
  ],
  ['p99 meanwhile, times idle', ...measured.map(({ idle, during }) => (p99(during) / p99(idle)).toFixed(1)), '≤ 5'],
];
await report(
  'broadcast',
  `## A broadcast to ${words(people)}

${machine(Object.fromEntries(measured.map(({ engine }) => [engine.name, engine.version])))}

From the POST until the simulated phone network, which takes texts without delay, has every one of them, in the server's
own process, where somebody reads a page of contacts every ${everyMs} ms:

${table(['', ...measured.map(({ engine }) => engine.name), 'allowed'], rows)}`,
);
