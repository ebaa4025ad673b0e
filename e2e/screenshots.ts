import { type BrowserContextOptions, chromium, type Page } from '@playwright/test';
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { chromiumPath } from './chromiumPath.ts';
import { smallPng } from './smallPng.ts';
import { demo, startSwitchboard, type Switchboard } from './switchboard.ts';

// `npm run screenshots`: makes the pictures in docs/ from the demo, after a build.

const folder = 'docs';
const wide = { viewport: { width: 1440, height: 900 } };
const looks: Record<string, BrowserContextOptions> = {
  light: wide,
  dark: { ...wide, colorScheme: 'dark' },
  phone: { viewport: { width: 375, height: 812 }, hasTouch: true },
};

const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
const browser = await chromium.launch({ args, ...(chromiumPath && { executablePath: chromiumPath }) });

/** A picture of each look, of a signed-in page once `show` has brought it to where it is worth one. */
async function pictures(
  name: string,
  { origin }: Switchboard,
  show: (page: Page) => Promise<unknown>,
  wanted: string[] = Object.keys(looks),
) {
  for (const look of wanted) {
    const context = await browser.newContext({
      ...looks[look],
      baseURL: origin,
      locale: 'en-US',
      timezoneId: 'America/Denver',
      reducedMotion: 'reduce',
    });
    const page = await context.newPage();
    await page.request.post('/session', {
      data: demo,
      headers: { Origin: origin, 'X-Requested-With': 'switchboard' },
    });
    await show(page);
    await page.evaluate(() => document.fonts.ready);
    await writeFile(`${folder}/${name}-${look}.png`, smallPng(await page.screenshot()));
    await context.close();
    console.log(`${folder}/${name}-${look}.png`);
  }
}

const rows = (page: Page) => page.getByRole('list', { name: 'Conversations' }).getByRole('link');
const box = (page: Page) => page.getByRole('textbox', { name: 'Message' });

/** Opens a conversation of the list; waits until its texts and its person are there. */
async function open(page: Page, name: string) {
  await page.goto('/inbox');
  await rows(page).filter({ hasText: name }).first().click();
  await page.getByRole('log', { name }).locator('[id^=text-]').last().waitFor();
  await page.getByRole('region', { name: `Conversation with ${name}` }).waitFor();
  await page.locator('[aria-busy=true]').waitFor({ state: 'detached' });
}

/** The person of the open conversation texts in. */
async function textIn(page: Page, { api }: Switchboard, content: string) {
  const [contact, texts] = await page.evaluate(async () => {
    const id = location.pathname.split('/')[2];
    const read = async (path: string) => (await fetch(path)).json();
    return [await read(`/api/contacts/${id}`), await read(`/api/messages/${id}`)];
  });
  const ours = texts.find((text: { sender_type: string }) => text.sender_type === 'User').sender_phone;
  await page.request.post(`${api}/carrier/inbound`, { data: { from: `+${contact.phone}`, to: ours, content } });
  await page.getByRole('log').getByText(content).last().waitFor();
}

await mkdir(folder, { recursive: true });
for (const file of await readdir(folder)) if (file.endsWith('.png')) await rm(`${folder}/${file}`);
const busy = await startSwitchboard({ env: { SEED: '500', RATE_LIMIT_HOUR: '1000' } });
const fresh = await startSwitchboard({ env: { SEED: '0', RATE_LIMIT_HOUR: '1000' } });
try {
  await pictures('inbox-full', busy, async (page) => {
    await open(page, 'Dana Reyes');
    await box(page).fill('It is, {{contact.first_name}}. See you at dock 4!');
    await page.getByText(/segment/).waitFor();
  });
  const list = async (page: Page) => {
    await page.goto('/inbox');
    await rows(page).first().waitFor();
  };
  await pictures('inbox-list', busy, list, ['phone']);
  await pictures('inbox-loading', busy, async (page) => {
    // Only here a reply is held back: to show what is seen while it is on its way.
    await page.route('**/api/messages?*', () => undefined);
    await page.goto('/inbox');
    await page.locator('[aria-busy=true]').first().waitFor();
  });
  await pictures('inbox-empty', fresh, async (page) => {
    await page.goto('/inbox');
    await page.getByText('No conversations yet').waitFor();
  });
  const said = ['Just parked. Which door?', 'Found it, dock 4', 'Theo is here. Thanks!'];
  await pictures('inbox-live', busy, async (page) => {
    await open(page, 'Marcus Bell');
    await textIn(page, busy, said.shift() ?? '');
  });
  await pictures('inbox-failing', busy, async (page) => {
    await open(page, 'Rosa Baker');
    await busy.kill();
    await box(page).fill('Good luck on Monday!');
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    await page.getByText('No answer yet').waitFor({ timeout: 60_000 });
    await busy.restart();
  });
} finally {
  await browser.close();
  await Promise.all([busy.close(), fresh.close()]);
}
