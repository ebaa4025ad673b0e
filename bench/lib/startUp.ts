import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { root } from '../../scripts/prepare.mjs';
import { median } from './report.ts';

const starts = 5;
/** A server has settled this long after it was ready. */
const settledMs = 15_000;

export type StartUp = { seconds: number; megabytes: number };

/** How long `npm start` takes until it is ready (median), and the memory that its server holds once it has settled. */
export async function measureStart(env: Record<string, string>): Promise<StartUp> {
  const seconds: number[] = [];
  let megabytes = Number.NaN;
  // The first may have to build.
  for (let n = 0; n <= starts; n += 1) {
    const begun = performance.now();
    const ports = { PORT: String(await freePort()), TEXTUS_PORT: String(await freePort()) };
    const child = spawn('npm', ['start'], {
      cwd: root,
      env: { ...process.env, ...ports, ...env },
      stdio: ['ignore', 'pipe', 'ignore'],
      // A group of its own, which hears of the end as one, as after Ctrl-C.
      detached: true,
    });
    const ended = once(child, 'exit');
    const lines = createInterface({ input: child.stdout });
    const ready = new Promise<void>((resolve) => lines.on('line', (line) => line.includes('ready on') && resolve()));
    await Promise.race([ready, ended.then(() => Promise.reject(new Error('npm start ended before it was ready')))]);
    if (n > 0) seconds.push((performance.now() - begun) / 1_000);
    if (n === starts) {
      await pause(settledMs);
      megabytes = Math.max(...familyOf(child.pid ?? 0).map(memoryOf));
    }
    await endGroup(child.pid ?? 0);
  }
  return { seconds: median(seconds), megabytes };
}

/** Ends a group of processes, of which npm is gone before what it started. */
async function endGroup(id: number) {
  process.kill(-id, 'SIGTERM');
  for (;;) {
    try {
      process.kill(-id, 0);
    } catch {
      return;
    }
    await pause(20);
  }
}

const familyOf = (pid: number): number[] => [
  pid,
  ...readdirSync(`/proc/${pid}/task`)
    .flatMap((task) => readFileSync(`/proc/${pid}/task/${task}/children`, 'utf8').split(' ').filter(Boolean))
    .flatMap((child) => familyOf(Number(child))),
];

const memoryOf = (pid: number) =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1_024;

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
