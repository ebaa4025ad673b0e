import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { HandedOver } from '#contract/carrier.ts';
import { Message } from '#contract/messages.ts';
import { all, spawnServer } from './processTesting.ts';
import { demoLogin } from './store/demo.ts';
import { z } from 'zod/mini';

const texts = 40;
const survivors = 15;

it('sends every text it accepted exactly once, though killed in the middle', { timeout: 600_000 }, async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'crash-'));
  const first = await spawnServer({ dataDir });
  const accepted: number[] = [];
  const send = async (_: unknown, i: number) => {
    const text = { sender: demoLogin.username, receiver: `+1303555${2_000 + i}`, content: 'Hi' };
    accepted.push(Message.parse(await (await first.call('POST', '/api/messages', text)).json()).id);
    if (accepted.length === survivors) first.kill();
  };
  await Promise.allSettled(Array.from({ length: texts }, send));
  expect(accepted.length).toBeGreaterThanOrEqual(survivors);

  const second = await spawnServer({ dataDir });
  await vi.waitFor(
    async () => {
      const messages = await all(second, '/api/messages', (body) => z.array(Message).parse(body));
      expect(messages.map(({ id }) => id)).toEqual(expect.arrayContaining(accepted));
      expect(new Set(messages.map(({ status }) => status))).toEqual(new Set(['delivered']));
    },
    { timeout: 60_000, interval: 250 },
  );
  const handed = await all(second, '/carrier/messages', (body) => z.array(HandedOver).parse(body));
  expect(new Set(handed.map(({ phone }) => phone)).size).toBe(handed.length);
  second.kill();
  await second.ended;
  rmSync(dataDir, { recursive: true, maxRetries: 3 });
});
