import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import type { BrowserContext } from '@playwright/test';
import { startSwitchboard } from './switchboard.ts';

/** A server whose clock, and that of a browser, can be put forward. */
export async function startWithClock(env: Record<string, string>) {
  const folder = await mkdtemp(join(tmpdir(), 'switchboard-clock-'));
  const file = join(folder, 'ahead');
  await writeFile(file, '0');
  const switchboard = await startSwitchboard({
    env: {
      ...env,
      CLOCK_FILE: file,
      NODE_OPTIONS: `--import=${pathToFileURL(join(import.meta.dirname, 'shiftedClock.ts')).href}`,
    },
  });
  const answers = () =>
    fetch(switchboard.origin, { method: 'HEAD' }).then(
      () => true,
      () => false,
    );
  let ahead = 0;
  return {
    switchboard,
    /** Now, as the server and the browser see it. */
    now: () => Date.now() + ahead,
    async forward(context: BrowserContext, ms: number) {
      ahead += ms;
      await writeFile(file, String(ahead));
      // Else what the browser asks for next may come before the server, where it runs, knows how late it is.
      const isSeen = async () => (await readFile(`${file}.seen`, 'utf8').catch(() => '')) === String(ahead);
      while (!(await isSeen()) && (await answers())) await pause(5);
      await context.clock.fastForward(ms);
    },
    async close() {
      await switchboard.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
