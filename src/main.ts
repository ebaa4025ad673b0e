import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { pino } from 'pino';
import { type Config, readConfig, WrongConfig } from './config.ts';
import { AuditFile } from './gateway/auditFile.ts';
import { createGateway } from './gateway/gateway.ts';
import { isLoopback } from './gateway/hosts.ts';
import { type Door, openDoor } from './gateway/listen.ts';
import { masked } from './gateway/mask.ts';
import type { Log } from './gateway/requestLog.ts';
import { keptSecret } from './gateway/seal.ts';
import { FolderInUse, lockFolder } from './server/db/lock.ts';

/** A clean end takes this long at most; a database is not harmed by a hard one. */
const patienceMs = 1_500;
const logEveryMs = 100;

/** The start can't go on, for a reason that people can mend. */
class Unstartable extends Error {
  override name = 'Unstartable';
}

async function start(config: Config) {
  claimFolder(config);
  const door = await openDoor(config.host, config.port).catch(refused('PORT', config));
  const closing = [() => door.close()];
  endOnSignals(closing);
  const log = openLog();
  const hook = config.textusUrl ? null : { token: secret(), secret: secret() };
  const server = hook && (await startEmbedded(config, door, hook, log));
  if (server) closing.push(() => server.close());
  const shared = config.databaseUrl === undefined ? undefined : await openShared(config.databaseUrl);
  if (shared)
    closing.push(
      () => shared.relay.close(),
      () => shared.draftTable.close(),
    );
  const { auditLog, close: closeAuditLog } = await openAuditLog(config, log);
  if (closeAuditLog) closing.push(closeAuditLog);
  const gateway = createGateway({
    upstream: server?.fetch,
    upstreamUrl: server?.url ?? config.textusUrl ?? '',
    embedded: server && { demo: server.demo, simulator: config.simulator },
    hook,
    reach: config,
    ...shared,
    dashboardFolder: dashboardFolder(),
    sessionSecret: config.sessionSecret ?? keptSecret(config.dataDir),
    auditLog,
    endedSessionsFile: join(config.dataDir, 'ended-sessions'),
    rateLimitHour: config.rateLimitHour,
    broadcastIntervalS: config.broadcastIntervalS,
    log,
  });
  door.serve((request, bindings) => gateway.fetch(request, bindings), gateway.take);
  if (server) console.log(`API on ${server.url}/api`);
  if (server?.demo) console.log(`Demo sign-in: ${server.demo.username}, API key ${server.demo.password}`);
  console.log(`Switchboard ready on ${door.url}`);
}

/**
 * Logs go to stderr: stdout is for the lines that people and scripts wait for. Under load several lines are one write;
 * none waits longer than `logEveryMs`.
 */
function openLog() {
  const lines = pino.destination({ dest: 2, sync: true, minLength: 4_096 });
  setInterval(() => lines.flushSync(), logEveryMs).unref();
  process.on('exit', () => lines.flushSync());
  return pino({ base: null }, lines);
}

/** Another process's folder is found out before anything slow begins; the server then locks it for good. */
function claimFolder({ dataDir, textusUrl, databaseUrl }: Config) {
  try {
    mkdirSync(dataDir, { recursive: true });
    if (!textusUrl && !databaseUrl) lockFolder(dataDir)();
  } catch (error) {
    if (error instanceof FolderInUse) throw error;
    throw new Unstartable(`DATA_DIR must be a folder that can be written (${codeOf(error)})`);
  }
}

/** The way to other gateway processes on the same database, and what they all have to know. */
async function openShared(databaseUrl: string) {
  const [{ Relay }, { DraftTable }] = await Promise.all([
    import('./gateway/relay.ts'),
    import('./gateway/draftTable.ts'),
  ]);
  return { relay: new Relay(databaseUrl), draftTable: new DraftTable(databaseUrl) };
}

/** Where changes are written down: in the database that several processes share, else in this one's folder. */
async function openAuditLog({ databaseUrl, dataDir }: Config, log: Log) {
  if (databaseUrl === undefined) return { auditLog: new AuditFile(join(dataDir, 'audit.jsonl')) };
  const { AuditTable } = await import('./gateway/auditTable.ts');
  const auditLog = new AuditTable(databaseUrl, (error) =>
    log.error({ cause: codeOf(error) }, 'A change could not be written down yet'),
  );
  return { auditLog, close: () => auditLog.close() };
}

/** The API of this installation, telling the gateway of every message through the hook. */
async function startEmbedded(config: Config, door: Door, hook: { token: string; secret: string }, log: Log) {
  // Loaded once nothing stands in the way, so that a start which can't succeed ends at once.
  const { startServer } = await import('./server/server.ts');
  return startServer({
    ...config,
    port: config.textusPort,
    host: '127.0.0.1',
    loopbackHooks: isLoopback(config.host),
    installationHook: { url: `${door.url}/hooks/${hook.token}`, secret: hook.secret },
    log: (error) => log.error({ stack: masked(error.stack ?? '') }, 'The server failed at something'),
  }).catch(refused('TEXTUS_PORT', config));
}

/** Says which variable to change when the system refuses what it asked for. */
const refused = (variable: 'PORT' | 'TEXTUS_PORT', config: Config) => (error: unknown) => {
  const port = variable === 'PORT' ? config.port : config.textusPort;
  const code = codeOf(error);
  if (code === 'EADDRINUSE') throw new Unstartable(`Port ${port} is taken; set ${variable} to another`);
  if (code === 'EACCES') throw new Unstartable(`Port ${port} is not allowed; set ${variable} to another`);
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    throw new Unstartable('HOST must be an address of this machine');
  if (config.databaseUrl && code) {
    throw new Unstartable(`DATABASE_URL must name a PostgreSQL that lets this process in (${code})`);
  }
  throw error;
};

/** `EADDRINUSE` and the like; of a wrapped error its cause's. */
function codeOf(error: unknown): string | undefined {
  const inner = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  return inner instanceof Error && 'code' in inner && typeof inner.code === 'string' ? inner.code : undefined;
}

/** The first signal ends cleanly, a later one at once. One Ctrl-C arrives twice: from the terminal and from npm. */
function endOnSignals(closing: (() => Promise<void>)[]) {
  let endingSince = 0;
  const end = () => {
    if (endingSince && Date.now() - endingSince > 500) process.exit(1);
    if (endingSince) return;
    endingSince = Date.now();
    setTimeout(() => process.exit(0), patienceMs);
    void Promise.allSettled(closing.map((close) => close())).then(() => process.exit(0));
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, end);
}

const secret = () => randomBytes(32).toString('base64url');

/** Where the build put the dashboard, seen from the source and from the bundle. */
const dashboardFolder = () =>
  fileURLToPath(
    new URL(import.meta.url.endsWith('/src/main.ts') ? '../dist/dashboard' : '../dashboard', import.meta.url),
  );

try {
  await start(readConfig(process.env));
} catch (error) {
  if (!(error instanceof WrongConfig || error instanceof FolderInUse || error instanceof Unstartable)) throw error;
  console.error(error.message);
  process.exit(1);
}
