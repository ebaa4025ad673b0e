import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, it, onTestFinished, vi } from 'vitest';
import {
  departed,
  expectExactlyOnce,
  prepareStage,
  readBroadcast,
  startBroadcast,
  stop,
} from './broadcastFaultsTesting.ts';
import { type Place, type Running, spawnServer } from './processTesting.ts';
import { freshPostgres } from './testing.ts';

/** `npm run test:faults` kills often; on PostgreSQL each kill costs the seconds until it is noticed. */
const long = process.env['LONG'] === '1';
const members = long ? 10_000 : 600;
const stops = long ? 200 : 20;

async function folder(): Promise<string> {
  const dataDir = await mkdtemp(join(tmpdir(), 'faults-'));
  onTestFinished(() => rm(dataDir, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }));
  return dataDir;
}

/** Waits until texts leave, for as long as a killed process is missed at most. */
async function underWay(server: Running, before: number) {
  await vi.waitFor(async () => expect(await departed(server)).toBeGreaterThan(before), {
    timeout: 60_000,
    interval: 20,
  });
}

async function killOften(place: Place, kills: number) {
  const stage = await prepareStage(place, members);
  const leaving = stage.phones.filter((phone) => !stage.optedOut.has(phone)).slice(-stops);
  const stopped = new Map<string, number>();
  const broadcasts: number[] = [];
  const stopping: Promise<void>[] = [];
  let server = await spawnServer(place);
  for (let kill = 0; kill < kills; kill += 1) {
    const last = broadcasts.at(-1);
    const before = await departed(server);
    if (last === undefined || (await readBroadcast(server, last)).status === 'sent') {
      broadcasts.push(await startBroadcast(server, stage));
    }
    const share = leaving.slice((kill * stops) / kills, ((kill + 1) * stops) / kills);
    stopping.push(
      ...share.map(async (phone) => {
        await pause(Math.random() * 400);
        stopped.set(phone, await stop(() => server, phone, stage.from));
      }),
    );
    if (kill % 2 === 0) await underWay(server, before);
    await pause(Math.random() * 400);
    server.kill();
    await server.ended;
    server = await spawnServer(place);
  }
  await Promise.all(stopping);
  expect(stopped.size).toBe(stops);
  await expectExactlyOnce(server, stage, broadcasts, stopped);
  server.kill();
  await server.ended;
}

it(
  'a broadcast on PGlite reaches everyone once, however often the server is killed',
  { timeout: 1_800_000 },
  async () => killOften({ dataDir: await folder() }, long ? 50 : 3),
);

// A skipped test would count as a failed one.
if (long) {
  it('so it does on PostgreSQL', { timeout: 3_600_000 }, async () =>
    killOften({ dataDir: '', databaseUrl: await freshPostgres() }, 50),
  );
}

it('of two servers on one PostgreSQL the other finishes what a killed one began', { timeout: 900_000 }, async () => {
  const place = { dataDir: '', databaseUrl: await freshPostgres() };
  const stage = await prepareStage(place, members);
  const [one, other] = [await spawnServer(place), await spawnServer(place)];
  const id = await startBroadcast(one, stage);
  const leaving = stage.phones.filter((phone) => !stage.optedOut.has(phone)).slice(-stops);
  const stopped = new Map<string, number>();
  let killed = false;
  const stopping = leaving.map(async (phone, n) => {
    await pause(Math.random() * 1_500);
    stopped.set(phone, await stop(() => (n % 2 === 0 || killed ? other : one), phone, stage.from));
  });
  await underWay(other, 0);
  one.kill();
  killed = true;
  await Promise.all([one.ended, ...stopping]);
  await expectExactlyOnce(other, stage, [id], stopped);
  other.kill();
  await other.ended;
});
