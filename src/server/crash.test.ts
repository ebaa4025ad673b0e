import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { HandedOver } from '#contract/carrier.ts';
import { Message } from '#contract/messages.ts';

const texts = 40;
const survivors = 15;
const headers = {
  Authorization: `Basic ${btoa('demo@switchboard.test:demo-key')}`,
  'Content-Type': 'application/json',
};

/** A server in a process of its own, which can be killed. */
async function spawnServer(dataDir: string) {
  const options = {
    dataDir,
    port: 0,
    host: '127.0.0.1',
    demo: true,
    seed: 0,
    simulator: true,
    loopbackHooks: true,
    rateLimitHour: 100_000,
    broadcastIntervalS: 0,
    carrierDelayMs: 100,
  };
  const script = `
    import { startServer } from ${JSON.stringify(new URL('./server.ts', import.meta.url).href)};
    const { url } = await startServer({ ...${JSON.stringify(options)}, log: console.error });
    console.log(url);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = await once(child.stdout, 'data');
  return { child, url: String(line).trim() };
}

it('sends every text it accepted exactly once, though killed in the middle', { timeout: 120_000 }, async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'crash-'));
  const first = await spawnServer(dataDir);
  const accepted: number[] = [];
  const send = async (_: unknown, i: number) => {
    const body = JSON.stringify({ sender: 'demo@switchboard.test', receiver: `+1303555${2_000 + i}`, content: 'Hi' });
    const response = await fetch(`${first.url}/api/messages`, { method: 'POST', headers, body });
    accepted.push(Message.parse(await response.json()).id);
    if (accepted.length === survivors) first.child.kill('SIGKILL');
  };
  await Promise.allSettled(Array.from({ length: texts }, send));
  expect(accepted.length).toBeGreaterThanOrEqual(survivors);

  const second = await spawnServer(dataDir);
  const read = async (path: string) => (await fetch(`${second.url}${path}?per_page=100`, { headers })).json();
  try {
    await vi.waitFor(
      async () => {
        const messages = Message.array().parse(await read('/api/messages'));
        expect(messages.map(({ id }) => id)).toEqual(expect.arrayContaining(accepted));
        expect(new Set(messages.map(({ status }) => status))).toEqual(new Set(['delivered']));
      },
      { timeout: 60_000, interval: 250 },
    );
    const handed = HandedOver.array().parse(await read('/carrier/messages'));
    expect(new Set(handed.map(({ phone }) => phone)).size).toBe(handed.length);
  } finally {
    second.child.kill('SIGTERM');
    await once(second.child, 'exit');
    rmSync(dataDir, { recursive: true });
  }
});
