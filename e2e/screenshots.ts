import type { Page } from '@playwright/test';
import { mkdir, readdir, rm } from 'node:fs/promises';
import { folder, heldBack, only, openBrowser, pictures, settled } from './pictures.ts';
import { picturesOfPages } from './screenshotsPages.ts';
import { startSwitchboard, type Switchboard } from './switchboard.ts';

// `npm run screenshots`: makes the pictures in docs/ from the demo, after a build.

const rows = (page: Page) => page.getByRole('list', { name: 'Conversations' }).getByRole('link');
const box = (page: Page) => page.getByRole('textbox', { name: 'Message' });

/** Opens a conversation of the list; waits until its texts and its person are there. */
async function open(page: Page, name: string) {
  await page.goto('/inbox');
  await rows(page).filter({ hasText: name }).first().click();
  await page.getByRole('log', { name }).locator('[id^=text-]').last().waitFor();
  await page.getByRole('region', { name: `Conversation with ${name}` }).waitFor();
  await settled(page);
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

const browser = await openBrowser();
await mkdir(folder, { recursive: true });
for (const file of await readdir(folder))
  if (file.startsWith(only) && file.endsWith('.png')) await rm(`${folder}/${file}`);
const busy = await startSwitchboard({ env: { SEED: '500', RATE_LIMIT_HOUR: '1000' } });
const fresh = await startSwitchboard({ env: { SEED: '0', RATE_LIMIT_HOUR: '1000' } });
try {
  await pictures(browser, 'inbox-full', busy, async (page) => {
    await open(page, 'Dana Reyes');
    await box(page).fill('It is, {{contact.first_name}}. See you at dock 4!');
    await page.getByText(/segment/).waitFor();
  });
  const list = async (page: Page) => {
    await page.goto('/inbox');
    await rows(page).first().waitFor();
  };
  await pictures(browser, 'inbox-list', busy, list, ['phone']);
  await pictures(browser, 'inbox-loading', busy, (page) => heldBack(page, '/inbox', '**/api/messages?*'));
  await pictures(browser, 'inbox-empty', fresh, async (page) => {
    await page.goto('/inbox');
    await page.getByText('No conversations yet').waitFor();
  });
  const said = ['Just parked. Which door?', 'Found it, dock 4', 'Theo is here. Thanks!'];
  await pictures(browser, 'inbox-live', busy, async (page) => {
    await open(page, 'Marcus Bell');
    await textIn(page, busy, said.shift() ?? '');
  });
  await pictures(browser, 'inbox-failing', busy, async (page) => {
    await open(page, 'Rosa Baker');
    await busy.kill();
    await box(page).fill('Good luck on Monday!');
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    await page.getByText('No answer yet').waitFor({ timeout: 60_000 });
    await busy.restart();
  });
  await picturesOfPages(browser, busy, fresh);
} finally {
  await browser.close();
  await Promise.all([busy.close(), fresh.close()]);
}
