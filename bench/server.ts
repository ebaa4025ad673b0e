import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { assemble } from '#server/assembly.ts';
import { type Database, openPglite, openPostgres } from '#server/db/database.ts';
import { bigReads, seedScale } from '#server/seed/scale.ts';
import { createDemoAccount, demoLogin } from '#server/store/demo.ts';

// `npm run bench -- server`: how long the API takes for a page of a large account, on the embedded database and, where
// DATABASE_URL names a server on which a database may be made, on PostgreSQL. CONTACTS, MESSAGES and ROUNDS change it.

const number = (name: string, preset: number) => Number(process.env[name] ?? preset);
const contacts = number('CONTACTS', 100_000);
const messages = number('MESSAGES', 1_000_000);
const rounds = number('ROUNDS', 20);
const limits = { rateLimitHour: 0, broadcastIntervalS: 0, simulator: false, carrierDelayMs: 0 };
const headers = { Authorization: `Basic ${btoa(`${demoLogin.username}:${demoLogin.password}`)}` };

/** The value that 95 of 100 stay below. */
const p95 = (values: number[]) => values.toSorted((a, b) => a - b)[Math.ceil(values.length * 0.95) - 1] ?? 0;

async function measure(name: string, database: Database, allowedMs: number) {
  const { app, close } = await assemble(database, { ...limits, log: console.error });
  const { organization, account, user } = await createDemoAccount(database.db);
  const begun = performance.now();
  const tenant = { accountId: account.id, organizationId: organization.id, userId: user.id };
  await seedScale(database.db, { ...tenant, contacts, messages });
  const seconds = ((performance.now() - begun) / 1_000).toFixed(0);
  console.log(
    `\n${name}: ${contacts} contacts, ${messages} messages made in ${seconds} s. Milliseconds, ${rounds} rounds:`,
  );
  const everything: number[] = [];
  for (const path of bigReads({ contact: 77, group: 7 })) {
    const times: number[] = [];
    // The first reads what no one has read yet and is not counted.
    for (let round = 0; round <= rounds; round += 1) {
      const start = performance.now();
      const response = await app.request(`/api${path}`, { headers });
      await response.text();
      if (!response.ok) throw new Error(`${path}: ${response.status}`);
      if (round > 0) times.push(performance.now() - start);
    }
    everything.push(...times);
    const over = p95(times) > allowedMs ? `  over ${allowedMs}` : '';
    console.log(`${p95(times).toFixed(1).padStart(8)}  ${path}${over}`);
  }
  console.log(`${p95(everything).toFixed(1).padStart(8)}  p95 of all (allowed: ${allowedMs})`);
  await close();
  await database.close();
}

async function freshDatabase(server: string): Promise<string> {
  const url = new URL(server);
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  url.pathname = `/bench_${randomBytes(4).toString('hex')}`;
  await client.query(`create database ${url.pathname.slice(1)}`);
  await client.end();
  return url.href;
}

const server = process.env['DATABASE_URL'];
if (server) await measure('PostgreSQL', await openPostgres(await freshDatabase(server)), 50);
else console.log('Set DATABASE_URL to measure PostgreSQL too.');
const dataDir = mkdtempSync(join(tmpdir(), 'bench-'));
await measure('PGlite', await openPglite(dataDir), 150);
rmSync(dataDir, { recursive: true, force: true });
