import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** The demo account of every server that starts on an empty folder. */
export const demo = { username: 'demo@switchboard.test', password: 'demo-key' } as const;

/** The built Switchboard, running as people run it: gateway, API and simulated carrier in one process. */
export type Switchboard = {
  /** Where the dashboard is, e.g. `http://127.0.0.1:40123`. */
  origin: string;
  /** Where the API and the carrier listen. */
  api: string;
  /** Everything it has printed so far. */
  output: () => string;
  /** Ends the process at once, as a power cut would; its data stay. */
  kill: () => Promise<void>;
  /** Starts it again on the same data and ports. */
  restart: () => Promise<void>;
  close: () => Promise<void>;
};

type Options = {
  env?: Record<string, string>;
  /** Fills the data folder before the start. */
  prepare?: (dataDir: string) => Promise<void>;
  /** Where the build is. */
  build?: string;
  /** False: with the compilers that people have it run with, where speed is measured. */
  quickStart?: boolean;
};

/** Starts the built server on a data folder of its own and free ports. */
export async function startSwitchboard(options: Options = {}): Promise<Switchboard> {
  const { env = {}, prepare, build = 'dist', quickStart = true } = options;
  const start = (settings: Record<string, string>) => run(settings, build, quickStart);
  const dataDir = await mkdtemp(join(tmpdir(), 'switchboard e2e '));
  const made = env['TEXTUS_URL'] ? undefined : process.env[madeData(env['SEED'] ?? '0')];
  if (made) await cp(made, dataDir, { recursive: true });
  const settings = { SEED: '0', RATE_LIMIT_HOUR: '100000', PORT: '0', TEXTUS_PORT: '0', ...env, DATA_DIR: dataDir };
  await prepare?.(dataDir);
  let running = await start(settings);
  let printed = '';
  const { origin, api } = running;
  const end = async (signal: NodeJS.Signals) => {
    await running.end(signal);
    printed += running.output();
  };
  return {
    origin,
    api,
    output: () => printed + running.output(),
    kill: () => end('SIGKILL'),
    restart: async () => {
      running = await start({ ...settings, PORT: new URL(origin).port, TEXTUS_PORT: new URL(api).port });
    },
    close: async () => {
      await end('SIGTERM');
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** V8's quick compiler only: the embedded database is ready sooner, and a test is over before a better one pays. */
const quickly = ['--liftoff-only'];

/** The variable that names a folder of data made for this SEED; set by scripts/madeData.ts. */
const madeData = (seed: string) => `MADE_DATA_${seed}`;

/** Lets the built server fill a folder as at its first start, for servers that begin with a copy of it. */
export async function makeData(seed: string, folder: string) {
  const server = await run({ SEED: seed, PORT: '0', TEXTUS_PORT: '0', DATA_DIR: folder });
  await server.end('SIGTERM');
  // What signs sessions is each server's own.
  await rm(join(folder, 'session-secret'), { force: true });
  process.env[madeData(seed)] = folder;
}

async function run(env: Record<string, string>, build = 'dist', quickStart = true) {
  const child = spawn(process.execPath, [...(quickStart ? quickly : []), join(build, 'server/main.js')], {
    env: { PATH: process.env['PATH'] ?? '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  // A test that is broken off, also before the server is ready, leaves none behind.
  const kill = () => child.kill('SIGKILL');
  process.once('exit', kill);
  const lines: string[] = [];
  const exited = once(child, 'exit').finally(() => process.off('exit', kill));
  createInterface({ input: child.stderr }).on('line', (line) => lines.push(line));
  const addresses = await new Promise<{ origin: string; api: string }>((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      lines.push(line);
      const origin = find(lines, /^Switchboard ready on (\S+)$/);
      const api = find(lines, /^API on (\S+?)(?:\/api)?$/);
      // Before a hosted service it serves no API itself.
      if (origin && (api ?? env['TEXTUS_URL'])) resolve({ origin, api: api ?? env['TEXTUS_URL'] ?? '' });
    });
    child.once('error', reject);
    child.once('exit', () => reject(new Error(`Switchboard ended before it was ready:\n${lines.join('\n')}`)));
  });
  return {
    ...addresses,
    output: () => lines.join('\n'),
    end: async (signal: NodeJS.Signals) => {
      if (child.exitCode === null && child.signalCode === null) child.kill(signal);
      await exited;
    },
  };
}

const find = (lines: string[], pattern: RegExp) => lines.map((line) => pattern.exec(line)?.[1]).find(Boolean);
