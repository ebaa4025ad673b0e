import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

// What `npm start` and `npm test` need before any dependency exists: plain Node 20, nothing installed.

export const root = fileURLToPath(new URL('..', import.meta.url));
const bin = join(root, 'node_modules', '.bin');

/** The environment for everything that is started: the installed Node and tools come first. */
export const environment = { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH ?? ''}` };

/** Says what is happening, on stderr so that stdout stays with the server's own lines. */
export const say = (text) => process.stderr.write(`${text}\n`);

/** Runs a command to its end. Rejects with what failed. `quiet` keeps its output for the case of failure. */
export function run(command, args, { quiet = false, env = environment } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: root, env, stdio: quiet ? 'pipe' : 'inherit' });
    let output = '';
    child.stdout?.on('data', (chunk) => (output += chunk));
    child.stderr?.on('data', (chunk) => (output += chunk));
    child.once('error', reject);
    child.once('exit', (code) =>
      code === 0 ? resolve(output) : reject(new Error(`${output}\n${command} ${args.join(' ')} failed`.trim())),
    );
  });
}

/** Installs from the lockfile unless what is installed is of this lockfile already. */
export async function ensureInstalled() {
  const wanted = hashOf(['package-lock.json']);
  const note = join(root, 'node_modules', '.installed');
  if (existsSync(note) && readFileSync(note, 'utf8') === wanted) return;
  say('Installing packages (once; about half a minute)…');
  try {
    await run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], { quiet: true, env: process.env });
    writeFileSync(note, wanted);
  } catch (error) {
    const unwritable = /EACCES|EPERM/.test(error.message) ? `\nThis user may not write to ${root}.` : '';
    throw new Error(`The packages could not be installed.\n${error.message}${unwritable}`);
  }
}

/** Builds the dashboard and the server unless the build is of these sources already. */
export async function ensureBuilt() {
  const wanted = hashOf(['index.html', 'vite.config.ts', 'postcss.config.cjs', 'package-lock.json', 'public', 'src']);
  const note = join(root, 'dist', '.built');
  if (existsSync(note) && readFileSync(note, 'utf8') === wanted) return;
  say('Building…');
  await run('npm', ['run', '--silent', 'build'], { quiet: true });
  writeFileSync(note, wanted);
}

/** The Node that runs everything: the installed one, else this one when it is new enough. */
export function findNode() {
  const installed = join(bin, process.platform === 'win32' ? 'node.exe' : 'node');
  if (existsSync(installed)) return installed;
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath;
  throw new Error(`Switchboard needs Node 24 on this machine (${process.platform}); this is ${process.version}.`);
}

/** One hash over the content of `paths`, folders with everything in them except tests. */
function hashOf(paths) {
  const hash = createHash('sha256');
  for (const path of paths.flatMap((path) => filesIn(path)).sort()) {
    hash
      .update(`${path}\0`)
      .update(readFileSync(join(root, path)))
      .update('\0');
  }
  return hash.digest('hex');
}

function filesIn(path) {
  if (!existsSync(join(root, path))) return [];
  try {
    return readdirSync(join(root, path)).flatMap((name) => filesIn(join(path, name)));
  } catch (error) {
    if (error.code !== 'ENOTDIR') throw error;
    return path.endsWith('.test.ts') ? [] : [path];
  }
}
