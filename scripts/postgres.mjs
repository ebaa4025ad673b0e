import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { aptInstall, isExecutable, onPath } from './chromium.mjs';
import { say } from './prepare.mjs';

/** The folder of PostgreSQL's programs (15 or newer): POSTGRES_BIN, PATH, Debian's place, or Debian's package. */
export async function findPostgres() {
  const found = process.env.POSTGRES_BIN || installed();
  if (found) return found;
  say('Installing PostgreSQL from Debian’s package…');
  await aptInstall('postgresql');
  const packaged = installed();
  if (packaged) return packaged;
  throw new Error('The tests need PostgreSQL 15 or newer: install it, or set POSTGRES_BIN to the folder of initdb.');
}

function installed() {
  const path = onPath(['initdb']);
  if (path) return dirname(path);
  const base = '/usr/lib/postgresql';
  if (!existsSync(base)) return undefined;
  return readdirSync(base)
    .sort((a, b) => Number(b) - Number(a))
    .map((version) => join(base, version, 'bin'))
    .find((folder) => isExecutable(join(folder, 'initdb')));
}
