import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { makeTemplate } from '../src/server/templateTesting.ts';
import { findPostgres } from './postgres.mjs';

/** Nothing of a cluster for tests outlives the run, so it need not reach the disk. */
const forTests = ['fsync=off', 'full_page_writes=off', 'max_connections=200'];

/** Vitest's global setup: a PostgreSQL cluster of this run's own; tests make their databases on it. */
export default async function setup(project: TestProject) {
  const { url, folder, stop } = await startCluster(forTests);
  project.provide('postgresUrl', url);
  project.provide('template', await makeTemplate(url, folder));
  return stop;
}

/** A PostgreSQL cluster on loopback with `settings` (`name=value`), gone when it is stopped or this process ends. */
export async function startCluster(settings: string[] = []) {
  const bin = await findPostgres();
  const folder = mkdtempSync(join(tmpdir(), 'switchboard-pg-'));
  const owner = unprivileged();
  if (owner) chownSync(folder, owner.uid, owner.gid);
  const data = join(folder, 'data');
  const options = { ...owner, cwd: folder };
  const kind = ['-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8'];
  execFileSync(join(bin, 'initdb'), ['-D', data, ...kind, '--no-sync'], { ...options, stdio: 'pipe' });
  const port = await freePort();
  const all = [...settings, 'unix_socket_directories='].flatMap((setting) => ['-c', setting]);
  const cluster = spawn(join(bin, 'postgres'), ['-D', data, '-h', '127.0.0.1', '-p', String(port), ...all], {
    ...options,
    stdio: 'ignore',
  });
  const remove = () => {
    cluster.kill('SIGQUIT');
    rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 });
  };
  // A run that is broken off ends without being stopped.
  process.once('exit', remove);
  const url = `postgres://postgres@127.0.0.1:${port}/postgres`;
  await answering(url);
  const stop = async () => {
    const ended = once(cluster, 'exit');
    cluster.kill('SIGQUIT');
    await ended;
    remove();
    process.off('exit', remove);
  };
  return { url, bin, folder, pid: cluster.pid ?? 0, stop };
}

/** PostgreSQL refuses to run as root: then `nobody` runs it. */
function unprivileged() {
  if (process.getuid?.() !== 0) return undefined;
  const uid = Number(execFileSync('id', ['-u', 'nobody'], { encoding: 'utf8' }));
  const gid = Number(execFileSync('id', ['-g', 'nobody'], { encoding: 'utf8' }));
  return { uid, gid };
}

function freePort() {
  return new Promise<number>((resolve) => {
    const server = createServer();
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

async function answering(connectionString: string) {
  const until = Date.now() + 20_000;
  for (;;) {
    const client = new pg.Client({ connectionString });
    try {
      await client.connect();
      await client.end();
      return;
    } catch (error) {
      if (Date.now() > until) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}
