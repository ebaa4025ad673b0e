import type { PGlite } from '@electric-sql/pglite';

/** How often it is looked at what has changed. */
const everyMs = 30_000;
/** A table is vacuumed when statements took no more than this share of the last time: it may take a second. */
const quiet = 0.05;

/**
 * So many values of a column are remembered, and three hundred times as many rows read for it: with PostgreSQL's own
 * hundred, looking at one table takes half a second. While much goes on, fewer are, so that nobody waits for long.
 */
const values = { quiet: 10, busy: 4 };
const remember = (count: number) => `set default_statistics_target = ${count}`;

/** Tables that have grown by half since the planner was told of them, or of which it never was. */
const outgrown = `
  select oid::regclass::text as name from pg_class
  where relkind = 'r' and relnamespace not in ('pg_catalog'::regnamespace, 'information_schema'::regnamespace)
    and pg_relation_size(oid) / 8192 > greatest(relpages, 4) * 1.5`;

/** Tables of which enough was written, by the measures of PostgreSQL's own autovacuum. */
const changed = `
  select relid::regclass::text as name, n_mod_since_analyze > 50 + n_live_tup * 0.1 as analyze,
    n_dead_tup > 1000 + n_live_tup * 0.2 as vacuum
  from pg_stat_user_tables
  where n_mod_since_analyze > 50 + n_live_tup * 0.1 or n_dead_tup > 1000 + n_live_tup * 0.2`;

type Table = { name: string; analyze?: boolean; vacuum?: boolean };

/**
 * Does what autovacuum does on a PostgreSQL server, which PGlite has not: tells the planner how much there is of what,
 * without which it reads whole tables, and makes room again where rows were replaced. `look` does what is due, which
 * happens by itself every half a minute until `stop`.
 */
export async function keepUp(client: PGlite) {
  const load = new Load(client);
  await client.exec(remember(values.quiet));
  // What was counted is forgotten when a process ends.
  for (const { name } of await tables(client, outgrown)) await client.exec(`analyze ${name}`);
  /** Tables that are to be looked at closely, which waits while much goes on. */
  const due = new Set<string>();
  const look = async () => {
    const isQuiet = load.share() < quiet;
    await client.exec(remember(isQuiet ? values.quiet : values.busy));
    await client.exec('select pg_stat_force_next_flush()');
    const written = await tables(client, changed);
    for (const { name, analyze } of written) {
      if (!analyze) continue;
      due.add(name);
      if (!isQuiet) await client.exec(`analyze ${name}`);
    }
    if (!isQuiet) return;
    for (const name of due) {
      due.delete(name);
      await client.exec(`analyze ${name}`);
    }
    for (const { name, vacuum } of written) if (vacuum) await client.exec(`vacuum ${name}`);
  };
  let looking = Promise.resolve();
  const timer = setInterval(() => {
    looking = looking.then(look).catch(() => undefined);
  }, everyMs);
  timer.unref();
  const stop = () => {
    clearInterval(timer);
    return looking;
  };
  return { look, stop };
}

/** How busy a database is. */
class Load {
  #since = performance.now();
  #busyMs = 0;

  constructor(client: PGlite) {
    const exec = client.execProtocolRaw.bind(client);
    client.execProtocolRaw = async (...message) => {
      const begun = performance.now();
      const answer = await exec(...message);
      this.#busyMs += performance.now() - begun;
      return answer;
    };
  }

  /** The share of the time since it was asked for last that statements took. */
  share(): number {
    const now = performance.now();
    const share = this.#busyMs / (now - this.#since);
    this.#since = now;
    this.#busyMs = 0;
    return share;
  }
}

const tables = async (client: PGlite, query: string): Promise<Table[]> => (await client.query<Table>(query)).rows;
