import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

// `npm run bench -- <name>` runs bench/<name>.ts, `npm run bench` one after the other.

const names = readdirSync(import.meta.dirname)
  .filter((file) => file.endsWith('.ts'))
  .map((file) => file.slice(0, -3));
const asked = process.argv.slice(2);
if (asked.every((name) => names.includes(name))) {
  for (const name of asked.length > 0 ? asked : names) {
    const { status } = spawnSync(process.execPath, [join(import.meta.dirname, `${name}.ts`)], { stdio: 'inherit' });
    if (status !== 0) process.exitCode = 1;
  }
} else console.log(`Usage: npm run bench -- ${names.join(' | ')}`);
