import { PGlite } from '@electric-sql/pglite';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';
import type { Logger } from 'drizzle-orm';
import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';
import { drizzle as drizzlePg } from 'drizzle-orm/node-postgres';
import { migrate as migratePg } from 'drizzle-orm/node-postgres/migrator';
import { drizzle as drizzlePglite } from 'drizzle-orm/pglite';
import { migrate as migratePglite } from 'drizzle-orm/pglite/migrator';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { type BackendProfile, type Db as QueueDatabase, fromPglite } from 'pg-boss';
import { lockFolder } from './lock.ts';
import { keepUp } from './upkeep.ts';

/** A connection, or a transaction on one; PGlite and PostgreSQL alike. */
export type Db = PgDatabase<PgQueryResultHKT>;

/** An open database. `queue` is the same database as the job queue wants it. */
export type Database = {
  db: Db;
  /** Connections of the phone network's own: who sends keeps one of `db` while those who wait for it may hold the rest. */
  network: Db;
  /** One connection is all there is: whoever is in a transaction has the database alone. */
  oneConnection: boolean;
  queue: { backend: BackendProfile; db?: QueueDatabase; connectionString?: string };
  close(): Promise<void>;
};

/**
 * PGlite's defaults set 128 MB of shared buffers aside, which one connection never fills. The rest is for whoever waits
 * while a statement runs: what is to be searched is sorted in sooner and so less at once, and no new file of the journal
 * is filled with zeros first.
 */
const settings = ['shared_buffers=16MB', 'gin_pending_list_limit=512kB', 'wal_init_zero=off'];
const startParams = [...PGlite.defaultStartParams, ...settings.flatMap((setting) => ['-c', setting])];

const casing = 'snake_case';
/** Reads by an index cost little more than those in a row: no disk that a database lives on turns any more. */
const planning = 'set random_page_cost = 1.1';
const migrationsFolder = fileURLToPath(new URL('./migrations', import.meta.url));

/**
 * Opens PGlite in `<dataDir>/pglite`, made on first use, and brings its tables up to date.
 * Throws `FolderInUse` when another process has the folder open: PGlite itself would lose data silently.
 */
export async function openPglite(dataDir: string): Promise<Database> {
  mkdirSync(dataDir, { recursive: true });
  const unlock = lockFolder(dataDir);
  const client = await PGlite.create({ dataDir: join(dataDir, 'pglite'), extensions: { pg_trgm }, startParams });
  let upkeep: Awaited<ReturnType<typeof keepUp>> | undefined;
  const database = await migrated(client, async () => {
    await upkeep?.stop();
    await client.close();
    unlock();
  });
  upkeep = await keepUp(client);
  return database;
}

/** A PGlite database in memory, for tests. `snapshot` is a `dumpDataDir` of an earlier one. */
export async function openMemory(snapshot?: Blob, logger?: Logger): Promise<Database & { client: PGlite }> {
  const client = await PGlite.create({ extensions: { pg_trgm }, ...(snapshot && { loadDataDir: snapshot }) });
  return { ...(await migrated(client, () => client.close(), logger)), client };
}

/** Once statements took longer in a row, everything else in this process has a turn. */
const turnAfterMs = 2;

/** Every statement blocks the process; between two of them, also of one transaction, whoever waits gets a turn. */
function takeTurns(client: PGlite) {
  const exec = client.execProtocolRaw.bind(client);
  let inRow = 0;
  client.execProtocolRaw = async (...message) => {
    const begun = performance.now();
    const answer = await exec(...message);
    inRow += performance.now() - begun;
    if (inRow > turnAfterMs) {
      await setImmediate();
      inRow = 0;
    }
    return answer;
  };
}

async function migrated(client: PGlite, close: () => Promise<void>, logger?: Logger): Promise<Database> {
  await client.exec(planning);
  takeTurns(client);
  const db = drizzlePglite({ client, casing, ...(logger && { logger }) });
  await migratePglite(db, { migrationsFolder });
  return { db, network: db, oneConnection: true, queue: { backend: 'pglite', db: fromPglite(client) }, close };
}

/** Connects to a PostgreSQL server (15 or newer) and brings the tables up to date. */
export async function openPostgres(connectionString: string, logger?: Logger): Promise<Database> {
  // The pool waits for what this answers before it lends a new connection.
  const onConnect = (client: pg.ClientBase): unknown => client.query(planning);
  const pool = new pg.Pool({ connectionString, max: 10, onConnect });
  // An idle connection that the server drops must not end the process; the next query makes a new one.
  pool.on('error', () => {});
  const db = drizzlePg({ client: pool, casing, ...(logger && { logger }) });
  await withMigrationLock(pool, () => migratePg(db, { migrationsFolder }));
  const networkPool = new pg.Pool({ connectionString, max: 3, onConnect });
  networkPool.on('error', () => {});
  return {
    db,
    network: drizzlePg({ client: networkPool, casing }),
    oneConnection: false,
    queue: { backend: 'postgres', connectionString },
    close: async () => {
      await Promise.all([pool.end(), networkPool.end()]);
    },
  };
}

/** Several processes may start at once on one database; one migrates, the others wait for it. */
async function withMigrationLock(pool: pg.Pool, migrate: () => Promise<void>) {
  const client = await pool.connect();
  try {
    await client.query('select pg_advisory_lock(5550100)');
    await migrate();
  } finally {
    await client.query('select pg_advisory_unlock(5550100)');
    client.release();
  }
}
