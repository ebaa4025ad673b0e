import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { accessSync, constants, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

// What `npm start` and `npm test` need before any dependency exists: plain Node 20, nothing installed.

export const root = fileURLToPath(new URL('..', import.meta.url));
const bin = join(root, 'node_modules', '.bin');

/** The environment for everything that is started: the installed Node and tools come first. */
export const environment = { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH ?? ''}` };

/** Says what is happening, on stderr so that stdout stays with the server's own lines. */
export const say = (text) => process.stderr.write(`${text}\n`);

/** What was started and has not ended. */
const running = new Set();

/** The signal that asked everything to end, if one did. */
let asked;
export const wasAskedToEnd = () => asked !== undefined;

// A terminal tells the whole group of Ctrl-C, `kill` only this process: what it started must hear of it too.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {
    asked = signal;
    for (const child of running) child.kill(signal);
  });
}

/** `spawn` in the project's folder; the child hears the signals that this process gets. */
export function begin(command, args, { env = environment, stdio = 'inherit' } = {}) {
  const child = spawn(command, args, { cwd: root, env, stdio });
  running.add(child);
  child.once('exit', () => running.delete(child));
  child.once('error', () => running.delete(child));
  return child;
}

/** Runs a command to its end and gives its output; rejects with it when the command fails. */
export function run(command, args, { env } = {}) {
  return new Promise((resolve, reject) => {
    const child = begin(command, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    child.stdout.on('data', (chunk) => (output += chunk));
    child.stderr.on('data', (chunk) => (output += chunk));
    child.once('error', reject);
    child.once('close', (code) =>
      code === 0 ? resolve(output) : reject(new Error(`${output}\n${command} ${args.join(' ')} failed`.trim())),
    );
  });
}

/** Installs from the lockfile unless what is installed is of this lockfile already. */
export async function ensureInstalled() {
  const wanted = hashOf(['package-lock.json']);
  const note = join(root, 'node_modules', '.installed');
  if (isNoted(note, wanted)) return;
  mustBeWritable(['.', 'node_modules']);
  say('Installing packages (once; a minute or two)…');
  const include = ['--include=dev', '--include=optional'];
  try {
    await run('npm', ['ci', ...include, '--no-audit', '--no-fund', '--loglevel=error'], { env: process.env });
  } catch (error) {
    throw new Error(`The packages could not be installed.\n${error.message}`);
  }
  writeFileSync(note, wanted);
}

/** Builds the dashboard and the server unless the build is of these sources already. */
export async function ensureBuilt() {
  const sources = ['index.html', 'vite.config.ts', 'postcss.config.cjs', 'package.json', 'package-lock.json'];
  const wanted = hashOf([...sources, 'public', 'scripts/build', 'src']);
  // Every build empties this folder, so the note never outlives the build it speaks of.
  const note = join(root, 'dist', 'server', '.built');
  if (isNoted(note, wanted)) return;
  mustBeWritable(['.', 'dist', 'dist/server', 'dist/dashboard']);
  say('Building…');
  rmSync(note, { force: true });
  try {
    await run('npm', ['run', '--silent', 'build']);
  } catch (error) {
    throw new Error(`The build failed.\n${error.message}`);
  }
  writeFileSync(note, wanted);
}

/** The Node that runs everything: the installed one, else this one when it is new enough. */
export function findNode() {
  const installed = join(bin, process.platform === 'win32' ? 'node.exe' : 'node');
  if (existsSync(installed)) return installed;
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath;
  throw new Error(
    `Switchboard needs Node 24 or newer on this machine (${process.platform} ${process.arch}); this is ${process.version}.`,
  );
}

const isNoted = (note, wanted) => existsSync(note) && readFileSync(note, 'utf8') === wanted;

function mustBeWritable(folders) {
  for (const folder of folders.map((folder) => join(root, folder)).filter((folder) => existsSync(folder))) {
    try {
      accessSync(folder, constants.W_OK);
    } catch {
      throw new Error(`This user may not write to ${folder}. Run it as the folder’s owner, or in a copy of your own.`);
    }
  }
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
