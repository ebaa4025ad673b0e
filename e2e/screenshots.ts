import { type BrowserContextOptions, chromium, type Page } from '@playwright/test';
import { mkdir } from 'node:fs/promises';
import { demo, startSwitchboard, type Switchboard } from './switchboard.ts';

// `npm run screenshots`: makes the pictures in docs/ from the demo, after a build.

const folder = 'docs';
const wide: BrowserContextOptions = { viewport: { width: 1440, height: 900 } };
const phone: BrowserContextOptions = { viewport: { width: 375, height: 812 }, hasTouch: true };

await mkdir(folder, { recursive: true });
const browser = await chromium.launch({ executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium' });

/** A signed-in page of its own, and its picture once `show` has brought it to where it is worth one. */
async function picture(
  name: string,
  switchboard: Switchboard,
  options: BrowserContextOptions,
  show: (page: Page) => Promise<unknown>,
) {
  const context = await browser.newContext({
    ...options,
    baseURL: switchboard.origin,
    locale: 'en-US',
    timezoneId: 'America/Denver',
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  await page.request.post('/session', {
    data: demo,
    headers: { Origin: switchboard.origin, 'X-Requested-With': 'switchboard' },
  });
  await show(page);
  await page.screenshot({ path: `${folder}/${name}.png` });
  await context.close();
  console.log(`${folder}/${name}.png`);
}

const rows = (page: Page) => page.getByRole('list', { name: 'Conversations' }).getByRole('link');

async function openThread(page: Page) {
  await page.goto('/inbox');
  await rows(page).nth(2).click();
  await page.getByRole('log').getByText(/\w/).last().waitFor();
  await page
    .getByRole('region', { name: 'Contact', exact: true })
    .getByText('Texting')
    .or(page.getByRole('log'))
    .first()
    .waitFor();
}

async function full(switchboard: Switchboard) {
  await picture('inbox', switchboard, wide, async (page) => {
    await openThread(page);
    await page.getByRole('textbox', { name: 'Message' }).fill('See you Monday, {{contact.first_name}}. You’re all set');
    await page
      .getByText(/segment/)
      .first()
      .waitFor();
  });
  await picture('inbox-dark', switchboard, { ...wide, colorScheme: 'dark' }, openThread);
  await picture('inbox-phone', switchboard, phone, async (page) => {
    await page.goto('/inbox');
    await rows(page).first().waitFor();
  });
  await picture('thread-phone', switchboard, phone, openThread);
  await picture('inbox-live', switchboard, wide, async (page) => {
    await openThread(page);
    const [contact, texts] = await page.evaluate(async () => {
      const id = location.pathname.split('/')[2];
      const read = async (path: string) => (await fetch(path)).json();
      return [await read(`/api/contacts/${id}`), await read(`/api/messages/${id}`)];
    });
    const ours = texts.find((text: { sender_type: string }) => text.sender_type === 'User').sender_phone;
    const data = { from: `+${contact.phone}`, to: ours, content: 'Just parked. Which door?' };
    await page.request.post(`${switchboard.api}/carrier/inbound`, { data });
    await page.getByRole('log').getByText('Which door?').waitFor();
  });
}

async function failing(switchboard: Switchboard) {
  await picture('inbox-failing', switchboard, wide, async (page) => {
    await openThread(page);
    await switchboard.kill();
    await page.getByRole('textbox', { name: 'Message' }).fill('This is kept');
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    await page.getByText('No answer yet').waitFor({ timeout: 60_000 });
  });
}

const busy = await startSwitchboard({ env: { SEED: '500' } });
const fresh = await startSwitchboard({ env: { SEED: '0' } });
try {
  await full(busy);
  await picture('inbox-empty', fresh, wide, async (page) => {
    await page.goto('/inbox');
    await page.getByText('No conversations yet').waitFor();
  });
  await picture('inbox-loading', busy, wide, async (page) => {
    // Only here a reply is held back: to show what is seen while it is on its way.
    await page.route('**/api/messages?*', () => undefined);
    await page.goto('/inbox');
    await page.locator('[aria-busy=true]').first().waitFor();
  });
  await failing(busy);
} finally {
  await browser.close();
  await Promise.all([busy.close(), fresh.close()]);
}
