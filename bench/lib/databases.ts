import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startCluster } from '../../scripts/postgresCluster.ts';
import { assemble } from '../../src/server/assembly.ts';
import { type Database, openPglite, openPostgres } from '../../src/server/db/database.ts';
import { seedScale } from '../../src/server/seed/scale.ts';
import { createDemoAccount, demoLogin } from '../../src/server/store/demo.ts';
import { createDatabase } from '../../src/server/templateTesting.ts';

/** One of the two databases a bench runs on. `env` is how a server of its own is pointed at what `open` opens. */
export type Engine = {
  name: 'PGlite' | 'PostgreSQL';
  version: string;
  /** A place for a new database. */
  place(): Promise<Place>;
  close(): Promise<void>;
};
export type Place = { env: Record<string, string>; open(): Promise<Database> };

/**
 * PostgreSQL's own advice for what it keeps in memory is a quarter of the machine's; its preset of 128 MB is less than
 * the messages alone. The rest is as it comes.
 */
const settings = ['shared_buffers=512MB'];

/** PGlite in folders of its own, and PostgreSQL in a cluster of its own. */
export async function startEngines(): Promise<Engine[]> {
  const cluster = await startCluster(settings);
  const folders = mkdtempSync(join(tmpdir(), 'bench-'));
  process.once('exit', () => rmSync(folders, { recursive: true, force: true, maxRetries: 3 }));
  const folder = () => mkdtempSync(join(folders, 'data-'));
  const pglite: Engine = {
    name: 'PGlite',
    version: versionOf('@electric-sql/pglite'),
    place: async () => {
      const dataDir = folder();
      return { env: { DATA_DIR: dataDir }, open: () => openPglite(dataDir) };
    },
    close: async () => {},
  };
  let made = 0;
  const postgres: Engine = {
    name: 'PostgreSQL',
    version: `${postgresVersion(cluster.bin)} with ${settings.join(', ')}`,
    place: async () => {
      const url = await createDatabase(cluster.url, `bench_${(made += 1)}`);
      return { env: { DATA_DIR: folder(), DATABASE_URL: url }, open: () => openPostgres(url) };
    },
    close: cluster.stop,
  };
  return [pglite, postgres];
}

/** Fills an empty database with one large account, the demo's; answers whose it is. */
export async function fill({ db }: Database, size: { contacts: number; messages: number }) {
  const { organization, account, user } = await createDemoAccount(db);
  await seedScale(db, { accountId: account.id, organizationId: organization.id, userId: user.id, ...size });
  return { id: account.id, userId: user.id };
}

/** The API on an open database, called as the demo's user within this process. */
export async function serve(database: Database) {
  const { app, work, close } = await assemble(database, {
    rateLimitHour: 0,
    broadcastIntervalS: 0,
    simulator: true,
    carrierDelayMs: 0,
    log: console.error,
  });
  const headers = { Authorization: `Basic ${btoa(`${demoLogin.username}:${demoLogin.password}`)}` };
  /** Reads a path, or posts `body`, to the end; milliseconds. */
  const ask = async (path: string, body?: object): Promise<number> => {
    const begun = performance.now();
    const json = { 'Content-Type': 'application/json' };
    const post = { method: 'POST', headers: { ...headers, ...json }, body: JSON.stringify(body) };
    const response = await app.request(`/api${path}`, body ? post : { headers });
    const text = await response.text();
    if (!response.ok) throw new Error(`${path}: ${response.status} ${text}`);
    return performance.now() - begun;
  };
  return {
    app,
    ask,
    work: () => work('http://localhost'),
    close: async () => {
      await close();
      await database.close();
    },
  };
}
export type Served = Awaited<ReturnType<typeof serve>>;

export const postgresVersion = (bin: string) =>
  execFileSync(join(bin, 'postgres'), ['--version'], { encoding: 'utf8' }).trim().split(' ')[2] ?? '';

/** The version of an installed package. */
function versionOf(name: string): string {
  const file = new URL(`../../node_modules/${name}/package.json`, import.meta.url);
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
}
