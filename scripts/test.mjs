import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findChromium } from './chromium.mjs';
import { findPostgres } from './postgres.mjs';
import { begin, ensureInstalled, environment, findNode, say, wasAskedToEnd } from './prepare.mjs';

// `npm test`: every check, each its own npm script. Two lanes, because two cores are what a small machine has.
// The last line is `N passed, N failed`: tests are counted one by one, every other check as one.

const results = mkdtempSync(join(tmpdir(), 'switchboard-results-'));
const started = Date.now();
let passed = 0;
let failed = 0;

try {
  await ensureInstalled();
  findNode();
  const env = { ...environment, RESULTS: results };
  Object.assign(env, await lookedUp({ CHROMIUM_PATH: findChromium, POSTGRES_BIN: findPostgres }));
  // A unit test reads what was built.
  await inOrder(env, ['build', 'size']);
  await Promise.all([inOrder(env, ['format', 'lint', 'types', 'dead']), inOrder(env, ['unit'])]);
  await inOrder(env, ['e2e']);
} catch (error) {
  say(error.message);
  failed += 1;
}
rmSync(results, { recursive: true, force: true });
if (wasAskedToEnd()) failed += 1;
say(`All of it took ${secondsSince(started)} s.`);
process.exitCode = failed === 0 ? 0 : 1;
process.stdout.write(`${passed} passed, ${failed} failed\n`);

/** What the tests need of this machine. What it lacks fails the tests that need it, not the other checks. */
async function lookedUp(finders) {
  const found = {};
  for (const [variable, find] of Object.entries(finders)) {
    try {
      found[variable] = await find();
    } catch (error) {
      say(error.message);
    }
  }
  return found;
}

async function inOrder(env, checks) {
  for (const check of checks) if (!wasAskedToEnd()) await perform(env, check);
}

/** Runs one npm script and counts it. What it printed is shown only when it failed. */
async function perform(env, check) {
  const begun = Date.now();
  const { code, output } = await runScript(env, check);
  const counted = countOf(check);
  // A runner that broke down without a failed test, or ran none, is a failure too.
  const broken = code !== 0 || counted?.passed === 0 ? 1 : 0;
  const now = counted
    ? { passed: counted.passed, failed: counted.failed || broken }
    : { passed: 1 - broken, failed: broken };
  passed += now.passed;
  failed += now.failed;
  const numbers = counted ? `${now.passed} passed, ${now.failed} failed` : broken ? 'failed' : 'passed';
  say(`${check.padEnd(7)} ${numbers} (${secondsSince(begun)} s)`);
  if (now.failed > 0) say(output);
}

function runScript(env, check) {
  return new Promise((resolve) => {
    const child = begin('npm', ['run', '--silent', check], { env, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    child.stdout.on('data', (chunk) => (output += chunk));
    child.stderr.on('data', (chunk) => (output += chunk));
    child.once('error', (error) => resolve({ code: 1, output: error.message }));
    child.once('close', (code) => resolve({ code: code ?? 1, output }));
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

function secondsSince(time) {
  return Math.round((Date.now() - time) / 1000);
}
