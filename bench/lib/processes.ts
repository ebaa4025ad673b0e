import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A server that is measured: where it listens and what it has cost. */
export type Running = {
  origin: string;
  /** CPU seconds it has used so far, with its children. */
  cpu: () => number;
  /** Memory it holds now, in KB, with its children. */
  memory: () => number;
  stop: () => Promise<void>;
};

const ticksPerSecond = Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }));

/** Starts a server that prints its origin, the first `http://…` on stdout. Rejects when it ends before. */
export async function startProcess(
  command: string,
  args: string[],
  env: Record<string, string> = {},
): Promise<Running> {
  const child = spawn(command, args, {
    env: { PATH: process.env['PATH'] ?? '', NODE_ENV: 'production', ...env },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const origin = await new Promise<string>((resolve, reject) => {
    let printed = '';
    child.stdout.on('data', (chunk) => {
      printed += chunk;
      const found = /(?:^|ready on )(http:\S+)$/m.exec(printed)?.[1];
      if (found) resolve(found);
    });
    child.once('error', reject);
    child.once('exit', () => reject(new Error(`${command} ${args.join(' ')} ended before it listened`)));
  });
  return running(child, origin);
}

/** Starts nginx with the `http` block that `configure` makes for its port. */
export async function startNginx(configure: (port: number) => string): Promise<Running> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-nginx-'));
  const port = await freePort();
  const paths = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${folder};`);
  const config = `${process.getuid?.() === 0 ? 'user root;' : ''} worker_processes 1; daemon off; pid ${folder}/pid;
    error_log stderr; events { worker_connections 8192; }
    http { access_log ${folder}/access.log; ${paths.join(' ')} ${configure(port)} }`;
  const file = join(folder, 'nginx.conf');
  writeFileSync(file, config);
  const child = spawn('nginx', ['-e', 'stderr', '-c', file], { stdio: ['ignore', 'ignore', 'inherit'] });
  const origin = `http://127.0.0.1:${port}`;
  while (
    !(await fetch(origin).then(
      () => true,
      () => false,
    ))
  ) {
    if (child.exitCode !== null) throw new Error('nginx did not start');
  }
  const { stop, ...rest } = running(child, origin);
  return { ...rest, stop: () => stop().then(() => rmSync(folder, { recursive: true, force: true })) };
}

function running(child: ChildProcess, origin: string): Running {
  const kill = () => child.kill('SIGKILL');
  process.once('exit', kill);
  const pid = child.pid ?? 0;
  return {
    origin,
    cpu: () => cpuOfFamily(pid),
    memory: () => familyOf(pid).reduce((sum, pid) => sum + memoryOf(pid), 0),
    stop: async () => {
      process.off('exit', kill);
      const ended = once(child, 'exit');
      if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM');
      else return;
      await ended;
    },
  };
}

const read = (path: string) => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
};

const familyOf = (pid: number): number[] => [
  pid,
  ...readdirSync(`/proc/${pid}/task`)
    .flatMap((task) => read(`/proc/${pid}/task/${task}/children`).split(' ').filter(Boolean))
    .flatMap((child) => familyOf(Number(child))),
];

/** CPU seconds that a process has used so far, with its children, also those that ended. */
export const cpuOfFamily = (pid: number): number => familyOf(pid).reduce((sum, one) => sum + cpuOf(one), 0);

/** User and system time, of all threads and of children that ended. */
function cpuOf(pid: number): number {
  const fields = read(`/proc/${pid}/stat`)
    .replace(/^.*\) /, '')
    .split(' ');
  return fields.slice(11, 15).reduce((sum, ticks) => sum + Number(ticks), 0) / ticksPerSecond;
}

const memoryOf = (pid: number) => Number(/VmRSS:\s+(\d+)/.exec(read(`/proc/${pid}/status`))?.[1] ?? 0);

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  return port;
}
