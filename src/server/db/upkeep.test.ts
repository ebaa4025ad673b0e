import { PGlite } from '@electric-sql/pglite';
import { expect, it, onTestFinished, vi } from 'vitest';
import { keepUp } from './upkeep.ts';

const rows = 5_000;

async function open() {
  const client = await PGlite.create();
  onTestFinished(() => client.close());
  await client.exec('create table things (id int, kind int, note text); create index things_kind on things (kind)');
  return client;
}

const fill = (client: PGlite) =>
  client.exec(`insert into things select n, n % 500, repeat('x', 50) from generate_series(1, ${rows}) n`);

async function known(client: PGlite): Promise<number> {
  const { rows } = await client.query<{ n: number }>(
    "select reltuples::int as n from pg_class where relname = 'things'",
  );
  return rows[0]!.n;
}

it('the planner is told of a table that grew while nobody looked', async () => {
  const client = await open();
  await fill(client);
  expect(await known(client)).toBe(-1);
  const { stop } = await keepUp(client);
  expect(await known(client)).toBe(rows);
  await stop();
});

it('and of what is written later; where rows were replaced, room is made again', async () => {
  const client = await open();
  const { look, stop } = await keepUp(client);
  await fill(client);
  await look();
  expect(await known(client)).toBe(rows);
  await client.exec('update things set kind = kind + 1');
  const dead = async () => {
    await client.exec('select pg_stat_force_next_flush()');
    const asked = "select n_dead_tup::int as n from pg_stat_user_tables where relname = 'things'";
    return (await client.query<{ n: number }>(asked)).rows[0]!.n;
  };
  expect(await dead()).toBe(rows);
  // Not while the database is busy.
  await vi.waitFor(
    async () => {
      await look();
      expect(await dead()).toBe(0);
    },
    { timeout: 20_000, interval: 250 },
  );
  await stop();
});
