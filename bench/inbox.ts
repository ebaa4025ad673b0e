import { chromium, type Page } from '@playwright/test';
import { demo, startSwitchboard, type Switchboard } from '../e2e/switchboard.ts';

// How fast the inbox is under the fingers: opening a thread that was read ahead, and typing beside a long one.
// TEXTS is the length of the long thread.

const TEXTS = Number(process.env['TEXTS'] ?? 10_000);
const AT_ONCE = 20;

const median = (values: number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
const worst = (values: number[]) => Math.max(...values);
const ms = (value: number) => `${value.toFixed(1)} ms`;

/** A contact with a long thread, through the API. */
async function longThread({ api }: Switchboard): Promise<number> {
  const headers = {
    Authorization: `Basic ${btoa(`${demo.username}:${demo.password}`)}`,
    'Content-Type': 'application/json',
  };
  const post = async (path: string, body: object) => {
    const reply = await fetch(api + path, { method: 'POST', headers, body: JSON.stringify(body) });
    if (!reply.ok) throw new Error(`${path}: ${reply.status} ${await reply.text()}`);
    return reply.json();
  };
  const { id } = await post('/api/contacts', { phone: '+13035559876', first_name: 'Long' });
  for (let sent = 0; sent < TEXTS; sent += AT_ONCE) {
    await Promise.all(
      Array.from({ length: AT_ONCE }, (_, n) =>
        post('/api/messages', {
          sender: demo.username,
          receiver: String(id),
          content: `Text ${sent + n} of a long talk`,
        }),
      ),
    );
  }
  return id;
}

/** From the press of Enter on a conversation that is known already to the first frame that shows it. */
async function openings(page: Page): Promise<number[]> {
  const rows = page.getByRole('list', { name: 'Conversations' }).getByRole('link');
  const times: number[] = [];
  for (let n = 1; n <= 8; n += 1) {
    await rows.nth(n).focus();
    await page.waitForLoadState('networkidle');
    times.push(
      await rows.nth(n).evaluate(
        (row: HTMLElement) =>
          new Promise<number>((resolve) => {
            const from = performance.now();
            const name = row.getAttribute('data-contact') ?? '';
            const look = () => {
              const isOpen = location.pathname.endsWith(`/${name}`) && document.querySelector('[role=log] [id^=text-]');
              if (isOpen) requestAnimationFrame(() => resolve(performance.now() - from));
              else requestAnimationFrame(look);
            };
            row.click();
            look();
          }),
      ),
    );
  }
  return times;
}

/** From a key to the end of the work it causes in the page, frame included. */
async function keys(page: Page): Promise<number[]> {
  const box = page.getByRole('textbox', { name: 'Message' });
  await box.fill('');
  await box.focus();
  const times: number[] = [];
  for (const letter of 'the quick brown fox jumps over the lazy dog') {
    await page.evaluate(() => {
      addEventListener(
        'keydown',
        () => {
          const from = performance.now();
          const channel = new MessageChannel();
          channel.port1.onmessage = () => Object.assign(globalThis, { spent: performance.now() - from });
          addEventListener('input', () => queueMicrotask(() => channel.port2.postMessage(0)), {
            once: true,
            capture: true,
          });
        },
        { once: true, capture: true },
      );
    });
    await page.keyboard.press(letter === ' ' ? 'Space' : letter);
    times.push(await page.evaluate(() => Number(Reflect.get(globalThis, 'spent'))));
  }
  return times;
}

const switchboard = await startSwitchboard({ quickStart: false, env: { SEED: '100', RATE_LIMIT_HOUR: '1000000' } });
const browser = await chromium.launch({ executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium' });
try {
  const id = await longThread(switchboard);
  const page = await browser.newPage({ baseURL: switchboard.origin, viewport: { width: 1440, height: 900 } });
  const headers = { Origin: switchboard.origin, 'X-Requested-With': 'switchboard' };
  await page.request.post('/session', { data: demo, headers });
  await page.goto(`/inbox/${id}`);
  const log = page.getByRole('log');
  await log
    .getByText(/long talk/)
    .last()
    .waitFor();
  const shown = () => log.locator('[id^=text-]').count();
  for (let before = -1; (await shown()) > before;) {
    before = await shown();
    await log.evaluate((box) => box.scrollTo({ top: -box.scrollHeight }));
    await page.waitForLoadState('networkidle');
    await page.waitForTimeout(50);
  }
  console.log(`| measure | 1× | 4× slower CPU |\n|---|---|---|`);
  const session = await page.context().newCDPSession(page);
  const throttled = async (measure: () => Promise<number[]>) => {
    await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
    const slow = await measure();
    await session.send('Emulation.setCPUThrottlingRate', { rate: 1 });
    return slow;
  };
  const typed = await keys(page);
  const typedSlowly = await throttled(() => keys(page));
  const row = (name: string, fast: number[], slow: number[]) =>
    console.log(
      `| ${name} | ${ms(median(fast))} (worst ${ms(worst(fast))}) | ${ms(median(slow))} (worst ${ms(worst(slow))}) |`,
    );
  row(`a key, beside ${await shown()} texts`, typed, typedSlowly);
  await page.goto('/inbox');
  await page.getByRole('list', { name: 'Conversations' }).getByRole('link').first().waitFor();
  row('opening a conversation that was read ahead', await openings(page), await throttled(() => openings(page)));
} finally {
  await browser.close();
  await switchboard.close();
}
