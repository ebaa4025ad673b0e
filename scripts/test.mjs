import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findChromium } from './chromium.mjs';
import { findPostgres } from './postgres.mjs';
import { ensureInstalled, environment, root, say } from './prepare.mjs';

// `npm test`: every check, each its own npm script. Two lanes, because two cores are what a small machine has.
// The last line is `N passed, N failed`: tests are counted one by one, every other check as one.

const results = mkdtempSync(join(tmpdir(), 'switchboard-results-'));
const started = Date.now();
let passed = 0;
let failed = 0;

try {
  await ensureInstalled();
  const env = {
    ...environment,
    RESULTS: results,
    CHROMIUM_PATH: await findChromium(),
    POSTGRES_BIN: await findPostgres(),
  };
  await Promise.all([inOrder(env, ['format', 'lint', 'types', 'dead', 'build', 'size']), inOrder(env, ['unit'])]);
  await inOrder(env, ['e2e']);
} catch (error) {
  say(error.message);
  failed += 1;
}
rmSync(results, { recursive: true, force: true });
say(`All of it took ${Math.round((Date.now() - started) / 1000)} s.`);
process.exitCode = failed === 0 ? 0 : 1;
process.stdout.write(`${passed} passed, ${failed} failed\n`);

async function inOrder(env, checks) {
  for (const check of checks) await perform(env, check);
}

/** Runs one npm script and counts it. What it printed is shown only when it failed. */
async function perform(env, check) {
  const begun = Date.now();
  const { code, output } = await runScript(env, check);
  const counted = countOf(check);
  passed += counted ? counted.passed : code === 0 ? 1 : 0;
  // A runner that broke down without a failed test, or ran none, is a failure too.
  failed += counted?.failed || (code === 0 && (!counted || counted.passed > 0) ? 0 : 1);
  const numbers = counted ? `${counted.passed} passed, ${counted.failed} failed` : code === 0 ? 'passed' : 'failed';
  say(`${check.padEnd(7)} ${numbers} (${Math.round((Date.now() - begun) / 1000)} s)`);
  if (code !== 0) say(output);
}

function runScript(env, check) {
  return new Promise((resolve) => {
    const child = spawn('npm', ['run', '--silent', check], { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    child.stdout.on('data', (chunk) => (output += chunk));
    child.stderr.on('data', (chunk) => (output += chunk));
    child.once('error', (error) => resolve({ code: 1, output: error.message }));
    child.once('exit', (code) => resolve({ code: code ?? 1, output }));
  });
}

/** What a test runner's reporter noted; undefined for checks that are no test runners. */
function countOf(check) {
  if (check !== 'unit' && check !== 'e2e') return undefined;
  try {
    return JSON.parse(readFileSync(join(results, `${check}.json`), 'utf8'));
  } catch {
    return { passed: 0, failed: 0 };
  }
}
