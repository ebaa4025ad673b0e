import { type CDPSession, chromium, type Page } from '@playwright/test';
import { sql } from 'drizzle-orm';
import { openPglite } from '#server/db/database.ts';
import { seedScale } from '#server/seed/scale.ts';
import { createDemoAccount } from '#server/store/demo.ts';
import { chromiumPath } from '../e2e/chromiumPath.ts';
import { demo, startSwitchboard } from '../e2e/switchboard.ts';

// `npm run bench -- inbox`: how fast the inbox is under the fingers. TEXTS is the length of the long thread.

const TEXTS = Number(process.env['TEXTS'] ?? 10_000);
const OPENINGS = 5;
/** Nobody is called so among those that the seed makes up. */
const LONG = 'Longtalk';

const median = (values: number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
const worst = (values: number[]) => Math.max(...values);
const ms = (value: number) => `${value.toFixed(1)} ms`;

/** Writes an account with a thousand people, and one of them with a long thread, past the API: in seconds. */
async function fill(dataDir: string) {
  const database = await openPglite(dataDir);
  const { organization, account, user } = await createDemoAccount(database.db);
  const tenant = { accountId: account.id, organizationId: organization.id, userId: user.id };
  await seedScale(database.db, { ...tenant, contacts: 1_000, messages: 20_000 });
  await database.db.execute(sql`
    with friend as (
      insert into contacts (account_id, phone, country, first_name)
      values (${account.id}, '13035559876', 'US', ${LONG}) returning id
    ), texts as (
      insert into messages (account_id, contact_id, user_id, inbound, content, status, read, at, created_at)
      select ${account.id}, friend.id, case when n % 3 > 0 then ${user.id}::bigint end, n % 3 = 0,
        'Text ' || n || ' of a long talk' || repeat(', and on it goes', (n % 7)::int),
        case when n % 3 = 0 then 'received' else 'delivered' end, true, made, made
      from friend, generate_series(1, ${TEXTS}::bigint) n, lateral (select now() - (${TEXTS} - n) * interval '20 minutes' made)
      returning id
    ) select count(*) from texts`);
  await database.db.execute(sql`
    insert into conversations (contact_id, account_id, last_message_id, last_message_at)
    select contact_id, account_id, id, at from messages
    where contact_id = (select id from contacts where first_name = ${LONG}) order by at desc, id desc limit 1`);
  await database.close();
}

/**
 * Milliseconds from a click on a conversation to the first frame that shows it. `place`: where its row is in the list.
 * What is shown before may be another conversation, or the list alone.
 */
const opening = (page: Page, place: number) =>
  page
    .getByRole('list', { name: 'Conversations' })
    .getByRole('link')
    .nth(place)
    .evaluate(
      (row: HTMLElement) =>
        new Promise<number>((resolve) => {
          const newest = () => [...document.querySelectorAll('[role=log] [id^=text-]')].at(-1)?.id;
          const before = newest();
          const from = performance.now();
          const painted = new MessageChannel();
          painted.port1.onmessage = () => resolve(performance.now() - from);
          const look = () => {
            const isOpen = row.ariaCurrent === 'true' && newest() !== undefined && newest() !== before;
            if (isOpen) painted.port2.postMessage(0);
            else requestAnimationFrame(look);
          };
          row.click();
          requestAnimationFrame(look);
        }),
    );

/** Opens conversations one after the other, each read ahead as the pointer or `j` does it. */
async function openings(page: Page, first: number): Promise<number[]> {
  const rows = page.getByRole('list', { name: 'Conversations' }).getByRole('link');
  const times: number[] = [];
  for (let place = first; place < first + OPENINGS; place += 1) {
    const id = await rows.nth(place).getAttribute('data-contact');
    const read = ['messages', 'contacts'].map((what) =>
      page.waitForResponse((response) => new URL(response.url()).pathname === `/api/${what}/${id}`),
    );
    await rows.nth(place).focus();
    await Promise.all(read);
    times.push(await opening(page, place));
  }
  return times;
}

/**
 * Milliseconds that each key keeps the page's main thread busy, until the next: handlers, React, layout, paint, and the
 * draft and the meter that follow. Counted by the thread's own clock, so that what else runs on the machine is not in it.
 */
async function keys(page: Page, session: CDPSession): Promise<number[]> {
  const box = page.getByRole('textbox', { name: 'Message' });
  await box.fill('');
  await box.focus();
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const busy = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return 1_000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN);
  };
  const times: number[] = [];
  for (const letter of 'the quick brown fox jumps over the lazy dog') {
    const before = await busy();
    await page.keyboard.type(letter, { delay: 20 });
    await page.waitForTimeout(100);
    times.push((await busy()) - before);
  }
  await session.send('Performance.disable');
  return times;
}

/** The worst frame while the thread is scrolled from its end to its beginning and back, in milliseconds. */
const scrolling = (page: Page) =>
  page.getByRole('log').evaluate(
    (log) =>
      new Promise<number[]>((resolve) => {
        const frames: number[] = [];
        const far = log.scrollHeight - log.clientHeight;
        const steps = 240;
        let before = 0;
        const step = (now: number) => {
          if (before) frames.push(now - before);
          before = now;
          if (frames.length >= steps) return resolve(frames);
          const done = frames.length / steps;
          log.scrollTop = -far * (1 - Math.abs(1 - 2 * done));
          requestAnimationFrame(step);
        };
        requestAnimationFrame(step);
      }),
  );

/** Reads the open thread to its beginning. */
async function readAll(page: Page) {
  await page.waitForFunction(
    () => {
      const log = document.querySelector('[role=log]');
      log?.scrollTo({ top: -log.scrollHeight });
      return log?.textContent.includes('Text 1 of a long talk');
    },
    undefined,
    { polling: 50, timeout: 300_000 },
  );
  await page.getByRole('log').evaluate((log) => log.scrollTo({ top: 0 }));
}

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
  await row('opening a conversation that was read ahead', '100 ms', () => openings(page, (next += OPENINGS)));
  await list.getByRole('link', { name: LONG }).click();
  await row('a key, beside 50 texts', '16 ms; 50 ms at 4×', () => keys(page, session));
  await readAll(page);
  await row(`a key, beside ${TEXTS} texts`, '16 ms; 50 ms at 4×', () => keys(page, session));
  await row(`a frame, scrolling through ${TEXTS} texts`, '', () => scrolling(page));
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
const switchboard = await startSwitchboard({ quickStart: false, prepare: fill, env: { RATE_LIMIT_HOUR: '1000000' } });
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
