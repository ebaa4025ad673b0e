import { bigReads } from '../src/server/seed/scale.ts';
import { demoLogin } from '../src/server/store/demo.ts';
import { countInstead } from './lib/countInstead.ts';
import { type Engine, fill, serve, type Served, startEngines } from './lib/databases.ts';
import { machine, median, quantile, report, table } from './lib/report.ts';
import { measureStart } from './lib/startUp.ts';

// How long the API takes for a page of a large account, what keeping totals and places saves, and how soon a server is
// there, on both databases. CONTACTS, MESSAGES and ROUNDS change it.

const number = (name: string, preset: number) => Number(process.env[name] ?? preset);
const large = { contacts: number('CONTACTS', 100_000), messages: number('MESSAGES', 1_000_000) };
const small = { contacts: Math.ceil(large.contacts / 100), messages: Math.ceil(large.messages / 100) };
const rounds = number('ROUNDS', 20);
/** A page may take this long: 95 of 100 do. */
const allowedMs = { PGlite: 150, PostgreSQL: 50 };

const inbox = '/messages?last_message_to_each_contact=true';
const thread = '/messages/7';
const lastPage = Math.floor(large.contacts / 25);

const words = (count: number) => count.toLocaleString('en');
const ms = (value: number) => value.toFixed(1);
const times = (value: number) => `${value.toFixed(value < 10 ? 2 : 0)} ×`;

/** The times of each, in turns; what the first reading of all costs is not counted. */
async function inTurns(asks: (() => Promise<number>)[], turns: number): Promise<number[][]> {
  const all: number[][] = asks.map(() => []);
  for (let turn = 0; turn <= turns; turn += 1) {
    for (const [n, ask] of asks.entries()) {
      const time = await ask();
      if (turn > 0) all[n]?.push(time);
    }
  }
  return all;
}

/** The 95th percentile of every list. */
async function measurePages({ ask }: Served): Promise<Map<string, number>> {
  const found = new Map<string, number>();
  for (const path of bigReads({ contact: 77, group: 7 })) {
    const [taken = []] = await inTurns([() => ask(path)], rounds);
    found.set(path, quantile(taken, 0.95));
  }
  return found;
}

/** Median milliseconds of each, in turns of ten requests. */
async function compare(...asks: (() => Promise<number>)[]): Promise<number[]> {
  const tens = asks.map((ask) => async () => {
    let sum = 0;
    for (let n = 0; n < 10; n += 1) sum += await ask();
    return sum / 10;
  });
  return (await inTurns(tens, rounds)).map(median);
}

/** Two ways, and how many times as fast the first is. */
type Pair = { what: string; milliseconds: number[]; ratio: number; allowed: string };

async function measurePairs(served: Served, ofSmall: Served, counting: { on: boolean }): Promise<Pair[]> {
  const { ask } = served;
  const counted = async () => {
    counting.on = true;
    return ask('/contacts').finally(() => (counting.on = false));
  };
  const pair = async (what: string, allowed: string, one: () => Promise<number>, other: () => Promise<number>) => {
    const [a = Number.NaN, b = Number.NaN] = await compare(one, other);
    return { what, milliseconds: [a, b], ratio: b / a, allowed };
  };
  return [
    await pair('contacts, total kept / counted', '≥ 20 × / 8 ×', () => ask('/contacts'), counted),
    await pair(
      `contacts, page ${words(lastPage)} / page 1`,
      '≥ 0.8 ×',
      () => ask(`/contacts?page=${lastPage}`),
      () => ask('/contacts'),
    ),
    await pair(
      `inbox of ${words(large.messages)} / ${words(small.messages)} messages`,
      '≥ 0.5 ×',
      () => ask(inbox),
      () => ofSmall.ask(inbox),
    ),
    await pair(
      `thread among ${words(large.messages)} / ${words(small.messages)}`,
      '≥ 0.5 ×',
      () => ask(thread),
      () => ofSmall.ask(thread),
    ),
  ];
}

/** Sends texts, one after the other, while the jobs that hand them over run. */
async function measureSends({ ask, work }: Served): Promise<number[]> {
  await work();
  const text = { sender: demoLogin.username, receiver: '77', content: 'Hello' };
  const [taken = []] = await inTurns([() => ask('/messages', text)], rounds * 5);
  return taken;
}

async function measure(engine: Engine) {
  const [place, little] = [await engine.place(), await engine.place()];
  const [database, smaller] = [await place.open(), await little.open()];
  const begun = performance.now();
  await fill(database, large);
  await fill(smaller, small);
  console.log(`${engine.name}: filled in ${((performance.now() - begun) / 1_000).toFixed(0)} s`);
  const counting = countInstead(database);
  const [served, ofSmall] = [await serve(database), await serve(smaller)];
  const pages = await measurePages(served);
  const pairs = await measurePairs(served, ofSmall, counting);
  if (counting.times === 0) throw new Error('Nothing was counted: the kept total is read in another way now');
  const sends = await measureSends(served);
  await served.close();
  await ofSmall.close();
  const start = await measureStart(place.env);
  await engine.close();
  return { engine, pages, pairs, sends, start };
}
type Measured = Awaited<ReturnType<typeof measure>>;

const column = (all: Measured[], cell: (measured: Measured) => (string | number)[]) => all.flatMap(cell);

function pagesTable(all: Measured[]): string {
  const rows = [...all[0]!.pages.keys()].map((path) => [
    `\`${path}\``,
    ...column(all, ({ engine, pages }) => {
      const value = pages.get(path) ?? Number.NaN;
      return [value > allowedMs[engine.name] ? `**${ms(value)}**` : ms(value)];
    }),
  ]);
  return table(['list', ...all.map(({ engine }) => `${engine.name} (≤ ${allowedMs[engine.name]})`)], rows);
}

function pairsTable(all: Measured[]): string {
  const rows = all[0]!.pairs.map(({ what, allowed }, n) => [
    what,
    ...column(all, ({ pairs }) => [pairs[n]!.milliseconds.map(ms).join(' / '), times(pairs[n]!.ratio)]),
    allowed,
  ]);
  return table(['', ...all.flatMap(({ engine }) => [`${engine.name}, ms`, 'as fast']), 'allowed'], rows);
}

/** What stands between the first pair and what was wished for. */
function whyNotMore(all: Measured[]): string {
  const wished = { PGlite: 20, PostgreSQL: 8 };
  const said = all.map(({ engine, pairs }) => {
    const [kept = Number.NaN, counted = Number.NaN] = pairs[0]!.milliseconds;
    const within = counted / wished[engine.name];
    return `on ${engine.name} counting takes ${ms(counted - kept)} of ${ms(counted)} ms, and ${wished[engine.name]} × would have all else answered within ${ms(within)} ms`;
  });
  return `Kept totals cost next to nothing; what is left of a request is checking who asks, reading 25 people with their opt-outs and
writing 9 KB of JSON: ${said.join('; ')}.`;
}

function restTable(all: Measured[]): string {
  const rows = [
    [
      'POST /messages, p50 / p95, ms',
      ...column(all, ({ sends }) => [[0.5, 0.95].map((share) => ms(quantile(sends, share))).join(' / ')]),
      '',
    ],
    ['`npm start` until ready, s', ...column(all, ({ start }) => [start.seconds.toFixed(2)]), '≤ 2.5 / 1'],
    ['memory once settled, MB', ...column(all, ({ start }) => [start.megabytes.toFixed(0)]), '≤ 350 / 180'],
  ];
  return table(['', ...all.map(({ engine }) => engine.name), 'allowed'], rows);
}

const measured: Measured[] = [];
for (const engine of await startEngines()) measured.push(await measure(engine));
const versions = Object.fromEntries(measured.map(({ engine }) => [engine.name, engine.version]));
await report(
  'server',
  `## Server: ${words(large.contacts)} contacts, ${words(large.messages)} messages

${machine(versions)}

A page of every list, milliseconds that 95 of 100 requests stay below, ${rounds} requests each within the server's process:

${pagesTable(measured)}

Two ways in turns, medians. _Counted_ is the same server made to count for each request what it keeps; the others are
the same request at two sizes or places:

${pairsTable(measured)}

${whyNotMore(measured)}

The server started on that database:

${restTable(measured)}`,
);
