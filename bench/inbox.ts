import { chromium, type Page } from '@playwright/test';
import { chromiumPath } from '../e2e/chromiumPath.ts';
import { demo, startSwitchboard } from '../e2e/switchboard.ts';
import { HAND, keys, opening, openings, scrolling } from './lib/hands.ts';
import { fillWithThread, LONG, readAll } from './lib/longThread.ts';

// `npm run bench -- inbox`: how fast the inbox is under the fingers. TEXTS is the length of the long thread.

const TEXTS = Number(process.env['TEXTS'] ?? 10_000);
const OPENINGS = 5;

const median = (values: number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
const worst = (values: number[]) => Math.max(...values);
const ms = (value: number) => `${value.toFixed(1)} ms`;

async function measure(page: Page) {
  const list = page.getByRole('list', { name: 'Conversations' });
  const session = await page.context().newCDPSession(page);
  const row = async (name: string, allowed: string, run: () => Promise<number[]>) => {
    const fast = await run();
    await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
    const slow = await run();
    await session.send('Emulation.setCPUThrottlingRate', { rate: 1 });
    const told = (times: number[]) => `${ms(median(times))} (worst ${ms(worst(times))})`;
    console.log(`| ${name} | ${told(fast)} | ${told(slow)} | ${allowed} |`);
  };
  console.log('| measure | 1× | 4× slower CPU | allowed |\n|---|---|---|---|');
  await page.goto('/inbox');
  await list
    .getByRole('link')
    .nth(2 * OPENINGS)
    .waitFor();
  let next = 1 - OPENINGS;
  await row('opening a conversation that was read ahead', '100 ms', () => openings(page, (next += OPENINGS), OPENINGS));
  await list.getByRole('link', { name: LONG }).click();
  await row('a key, beside 50 texts', '16 ms; 50 ms at 4×', () => keys(page, session));
  await readAll(page);
  await row(`a key, beside ${TEXTS} texts`, '16 ms; 50 ms at 4×', () => keys(page, session));
  await row(`a frame, scrolling among ${TEXTS} texts`, '33 ms', () => scrolling(page, HAND));
  await row(`a frame, dragging through ${TEXTS} texts`, '', () => scrolling(page, Infinity));
  await row(`opening a conversation of ${TEXTS} texts that was read to its beginning`, '100 ms', async () => {
    const times: number[] = [];
    for (let n = 0; n < 4; n += 1) {
      await opening(page, n + 1);
      times.push(await opening(page, 0));
    }
    return times;
  });
}

const begun = performance.now();
const switchboard = await startSwitchboard({
  quickStart: false,
  prepare: (dataDir) => fillWithThread(dataDir, { contacts: 1_000, messages: 20_000, texts: TEXTS }),
  env: { RATE_LIMIT_HOUR: '1000000' },
});
console.log(`Ready in ${((performance.now() - begun) / 1_000).toFixed(1)} s.`);
const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
const browser = await chromium.launch({ args, ...(chromiumPath && { executablePath: chromiumPath }) });
try {
  const page = await browser.newPage({ baseURL: switchboard.origin, viewport: { width: 1440, height: 900 } });
  const headers = { Origin: switchboard.origin, 'X-Requested-With': 'switchboard' };
  await page.request.post('/session', { data: demo, headers });
  await measure(page);
} finally {
  await browser.close();
  await switchboard.close();
}
