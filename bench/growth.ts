import { type SQL, sql } from 'drizzle-orm';
import type { Database } from '../src/server/db/database.ts';
import { demoLogin } from '../src/server/store/demo.ts';
import { type Engine, fill, serve, startEngines } from './lib/databases.ts';
import { handedOver, toEverybody } from './lib/everybody.ts';
import { needsOf } from './lib/needs.ts';
import { plot } from './lib/plot.ts';
import { machine, median, report, table } from './lib/report.ts';

// `npm run bench -- growth`: what the same requests cost in an account ten and a hundred times as large. SMALLEST is how
// many contacts the smallest one has; each has ten texts a contact.

const smallest = Number(process.env['SMALLEST'] ?? 1_000);
const sizes = [1, 10, 100].map((times) => times * smallest);
const textsEach = 10;
const rounds = 20;

const text = (n: number) => ({ sender: demoLogin.username, receiver: '77', content: `Hello ${n}` });
/** What is asked, and what is posted to it. */
const tasks: Record<string, (size: number, n: number) => [path: string, body?: object]> = {
  'contacts, first page': () => ['/contacts'],
  'contacts, last page': (size) => [`/contacts?page=${size / 25}`],
  'contacts by name': () => ['/contacts?order_by_name_then_phone=true'],
  'search for people': () => ['/contacts?q=c81e72'],
  'search for texts': () => ['/messages?q=c81e72'],
  inbox: () => ['/messages?last_message_to_each_contact=true'],
  thread: () => ['/messages/7'],
  'a text sent': (_, n) => ['/messages', text(n)],
};

type Point = { engine: string; task: string; contacts: number; ms: number };
type Size = { engine: string; contacts: number; bytes: number; broadcastSeconds: number };

const words = (count: number) => count.toLocaleString('en');

/** Bytes that a database takes on disk. */
async function bytesOf({ db }: Database): Promise<number> {
  const one: SQL = sql`select pg_database_size(current_database())::float8 as n`;
  return ((await db.execute(one)) as unknown as { rows: { n: number }[] }).rows[0]!.n;
}

async function measure(engine: Engine, contacts: number): Promise<{ points: Point[]; size: Size }> {
  const place = await engine.place();
  const database = await place.open();
  const account = await fill(database, { contacts, messages: contacts * textsEach });
  const bytes = await bytesOf(database);
  const served = await serve(database);
  const points: Point[] = [];
  for (const [task, asked] of Object.entries(tasks)) {
    const times: number[] = [];
    for (let n = 0; n <= rounds; n += 1) {
      const time = await served.ask(...asked(contacts, n));
      if (n > 0) times.push(time);
    }
    points.push({ engine: engine.name, task, contacts, ms: median(times) });
  }
  const broadcast = await toEverybody(database, account);
  await served.work();
  await handedOver(database, rounds + 1);
  const begun = performance.now();
  await served.ask('/broadcasts', broadcast);
  // Opted out and landlines get none; how many those are is settled as it begins.
  await finished(database);
  const broadcastSeconds = (performance.now() - begun) / 1_000;
  await served.close();
  return { points, size: { engine: engine.name, contacts, bytes, broadcastSeconds } };
}

/** Waits until a broadcast has been turned into texts, and all of them were handed over. */
async function finished(database: Database) {
  const { db } = database;
  const asked = sql`select status, total_messages::int as n from broadcasts order by id desc limit 1`;
  for (;;) {
    const [row] = ((await db.execute(asked)) as unknown as { rows: { status: string | null; n: number }[] }).rows;
    if (row?.status === 'sent') return handedOver(database, row.n + rounds + 1);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

const points: Point[] = [];
const measured: Size[] = [];
const engines = await startEngines();
for (const engine of engines) {
  for (const contacts of sizes) {
    const found = await measure(engine, contacts);
    points.push(...found.points);
    measured.push(found.size);
    console.log(`${engine.name}, ${words(contacts)} contacts: done`);
  }
  await engine.close();
}

const axis = { type: 'quantitative', scale: { type: 'log' } };
await plot(
  'growth',
  {
    mark: { type: 'line', point: true },
    width: 340,
    height: 300,
    encoding: {
      x: { field: 'contacts', ...axis, title: 'contacts (ten texts each)', axis: { values: sizes, format: ',' } },
      y: { field: 'ms', ...axis, title: 'milliseconds, median' },
      color: { field: 'task', type: 'nominal', title: null, sort: Object.keys(tasks), legend: { labelLimit: 200 } },
      column: { field: 'engine', type: 'nominal', title: null },
    },
  },
  points,
);

const of = (engine: Engine, task: string) =>
  sizes.map(
    (size) =>
      points.find((point) => point.engine === engine.name && point.task === task && point.contacts === size)!.ms,
  );
const rows = Object.keys(tasks).map((task) => [
  task,
  ...engines.flatMap((engine) => {
    const all = of(engine, task);
    return [all.map((ms) => ms.toFixed(1)).join(' / '), `${(all.at(-1)! / all[0]!).toFixed(1)} ×`];
  }),
]);
const sized = (pick: (size: Size) => string) =>
  engines.flatMap((engine) => [
    measured
      .filter((size) => size.engine === engine.name)
      .map(pick)
      .join(' / '),
    '',
  ]);
const onPostgres = measured.filter(({ engine }) => engine === 'PostgreSQL');

await report(
  'growth',
  `## Growth: an account of ${sizes.map(words).join(', ')} contacts

${machine(Object.fromEntries(engines.map(({ name, version }) => [name, version])))}

![How cost grows](growth.svg)

Milliseconds (median of ${rounds}) at the three sizes, ${textsEach} texts a contact, and how many times the smallest the largest takes;
a hundred times the data would be 100 × for what reads everything. The word that is searched for is in one text of forty, and
how many those are is counted:

${table(
  ['', ...engines.flatMap(({ name }) => [`${name}, ms`, 'grows'])],
  [
    ...rows,
    ['database on disk, MB', ...sized(({ bytes }) => (bytes / 1e6).toFixed(0))],
    ['a broadcast to everybody, s', ...sized(({ broadcastSeconds }) => broadcastSeconds.toFixed(1))],
    [
      'its texts a second',
      ...sized(({ contacts, broadcastSeconds }) => words(Math.round(contacts / broadcastSeconds))),
    ],
  ],
)}

${needsOf({ of: onPostgres, textsEach, points })}`,
);
