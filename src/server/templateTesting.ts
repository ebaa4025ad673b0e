import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { type Database, openMemory, openPostgres } from './db/database.ts';
import { startQueue } from './jobs/queue.ts';

/** `pglite` is a file for `loadDataDir`, `postgres` the name of a database for `create database … template`. */
export type Template = { pglite: string; postgres: string };

/** Makes the tables once for all tests of a run, in `folder` and on the cluster at `postgresUrl`. */
export async function makeTemplate(postgresUrl: string, folder: string): Promise<Template> {
  const template = { pglite: join(folder, 'template.tar'), postgres: 'template_switchboard' };
  await Promise.all([makePglite(template.pglite), makePostgres(postgresUrl, template.postgres)]);
  return template;
}

async function makePglite(file: string) {
  const database = await openMemory();
  await prepare(database);
  await writeFile(file, Buffer.from(await (await database.client.dumpDataDir('none')).arrayBuffer()));
  await database.close();
}

async function makePostgres(cluster: string, name: string) {
  const database = await openPostgres(await createDatabase(cluster, name));
  await prepare(database);
  await database.close();
}

/** Makes a database on `cluster`, empty or as a copy of `template`; answers its address. */
export async function createDatabase(cluster: string, name: string, template?: string): Promise<string> {
  const admin = new pg.Client({ connectionString: cluster });
  await admin.connect();
  await admin.query(`create database ${name}${template ? ` template ${template}` : ''}`);
  await admin.end();
  const url = new URL(cluster);
  url.pathname = `/${name}`;
  return url.href;
}

/** The queue makes tables too. */
async function prepare(database: Database) {
  const queue = await startQueue(database, (error) => {
    throw error;
  });
  await queue.close();
}
