import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { root, run, say } from './prepare.mjs';

// The shell without a window first: it does the same for a sixth less of the processor's time.
const names = ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** A Chromium to test with: CHROMIUM_PATH, the system's, Playwright's own, or Debian's package, in this order. */
export async function findChromium() {
  const found = process.env.CHROMIUM_PATH || onPath(names) || (await playwrights());
  if (found) return found;
  say('Looking for a Chromium: trying Playwright’s…');
  if (await succeeds(join(root, 'node_modules', '.bin', 'playwright'), ['install', 'chromium'])) {
    const installed = await playwrights();
    if (installed) return installed;
  }
  say('…trying Debian’s package…');
  await aptInstall('chromium-headless-shell');
  if (!onPath(names)) await aptInstall('chromium');
  const packaged = onPath(names);
  if (packaged) return packaged;
  throw new Error('No Chromium could be had. Install one (e.g. apt-get install chromium) or set CHROMIUM_PATH to it.');
}

/** The first of `programs` on PATH. */
export function onPath(programs) {
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    for (const program of programs) {
      const path = join(folder, program);
      if (isExecutable(path)) return path;
    }
  }
  return undefined;
}

export function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Tries to install a Debian package: as root, or where sudo asks for no password. */
export async function aptInstall(...packages) {
  if (!onPath(['apt-get'])) return;
  const apt = ['env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get'];
  const [command, ...rest] = process.getuid?.() === 0 ? apt : ['sudo', '-n', ...apt];
  await succeeds(command, [...rest, 'update']);
  await succeeds(command, [...rest, 'install', '-y', '--no-install-recommends', ...packages]);
}

async function playwrights() {
  const { chromium } = await import('@playwright/test');
  const path = chromium.executablePath();
  return existsSync(path) ? path : undefined;
}

/** Whether a command could be run to a good end; five minutes at most for a download that never comes. */
async function succeeds(command, args) {
  try {
    await run('timeout', ['300', command, ...args]);
    return true;
  } catch {
    return false;
  }
}
