import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';

/** A start takes two seconds; on a machine that is busy with other tests, far longer. */
const startMs = 60_000;
vi.setConfig({ testTimeout: 2 * startMs });

/** Runs the entry as people do; `until` waits for a line, `end` for its end. */
async function run(env: Record<string, string>) {
  const dataDir = env['DATA_DIR'] ?? (await folder());
  const child = spawn(process.execPath, ['src/main.ts'], {
    env: { PATH: process.env['PATH'] ?? '', PORT: '0', TEXTUS_PORT: '0', SEED: '0', ...env, DATA_DIR: dataDir },
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const said = { out: '', err: '' };
  child.stdout.on('data', (chunk) => (said.out += String(chunk)));
  child.stderr.on('data', (chunk) => (said.err += String(chunk)));
  const closed = once(child, 'close');
  return {
    dataDir,
    said,
    until: (pattern: RegExp) => expect.poll(() => pattern.exec(said.out)?.[1], { timeout: startMs }).toBeTruthy(),
    end: async (signal?: NodeJS.Signals) => {
      if (signal) child.kill(signal);
      const [code] = await closed;
      return { code: code as number, ...said };
    },
  };
}

async function folder(): Promise<string> {
  const made = await mkdtemp(join(tmpdir(), 'switchboard start '));
  onTestFinished(() => rm(made, { recursive: true, force: true, maxRetries: 3 }));
  return made;
}

/** A port that something else listens on. */
async function takenPort(): Promise<string> {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  onTestFinished(() => void other.close());
  const address = other.address();
  return String(typeof address === 'object' && address?.port);
}

const ready = /^Switchboard ready on (http:\/\/127\.0\.0\.1:\d+)$/m;

test('a start ends with the demo sign-in and the ready line, and what they name works', async () => {
  const main = await run({});
  await main.until(ready);
  const lines = main.said.out.trimEnd().split('\n');
  expect(lines.at(-3)).toMatch(/^API on http:\/\/127\.0\.0\.1:\d+\/api$/);
  expect(lines.at(-2)).toBe('Demo sign-in: demo@switchboard.test, API key demo-key');
  const origin = ready.exec(lines.at(-1) ?? '')?.[1] ?? '';
  const reply = await fetch(`${origin}/session`, {
    method: 'POST',
    headers: { Origin: origin, 'X-Requested-With': 'switchboard' },
    body: JSON.stringify({ username: 'demo@switchboard.test', password: 'demo-key' }),
  });
  expect(reply.status).toBe(201);
  expect((await fetch(`${origin}/healthz`)).status).toBe(200);
  const stopped = performance.now();
  expect((await main.end('SIGTERM')).code).toBe(0);
  expect(performance.now() - stopped).toBeLessThan(2_500);
});

test('a second process on the same folder ends at once with a sentence that names it', async () => {
  const first = await run({});
  await first.until(ready);
  const { code, out, err } = await (await run({ DATA_DIR: first.dataDir })).end();
  expect([code, out]).toEqual([1, '']);
  expect(err).toBe(
    `Another Switchboard is using the folder ${first.dataDir}. Stop it, or set DATA_DIR to another folder.\n`,
  );
});

test.each(['PORT', 'TEXTUS_PORT'])('a taken port is named with %s', async (variable) => {
  const port = await takenPort();
  const { code, err } = await (await run({ [variable]: port })).end();
  expect([code, err]).toEqual([1, `Port ${port} is taken; set ${variable} to another\n`]);
});

test('wrong variables end the start with a line each and nothing else', async () => {
  const { code, out, err } = await (await run({ PORT: 'http', SESSION_SECRET: 'hunter2' })).end();
  expect([code, out]).toEqual([1, '']);
  expect(err).toBe(
    'PORT must be a port from 0 (any free one) to 65535\nSESSION_SECRET must have at least 32 characters\n',
  );
});

test('a folder that can’t be one is named', async () => {
  const file = join(await folder(), 'a file');
  await writeFile(file, '');
  const { code, err } = await (await run({ DATA_DIR: file })).end();
  expect([code, err]).toEqual([1, 'DATA_DIR must be a folder that can be written (EEXIST)\n']);
});

test('before a hosted API nothing is served but the gateway', async () => {
  const main = await run({ TEXTUS_URL: 'http://127.0.0.1:1' });
  await main.until(ready);
  expect(main.said.out).toMatch(/^Switchboard ready on \S+\n$/);
  const session = await (await fetch(`${ready.exec(main.said.out)?.[1]}/session`)).json();
  expect(session).toMatchObject({ embedded: false, simulator: false, live: false, demo: false });
  expect((await main.end('SIGINT')).code).toBe(0);
});
