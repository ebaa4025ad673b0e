import type { Browser, Page } from '@playwright/test';
import { heldBack, pictures, settled } from './pictures.ts';
import { startSwitchboard, type Switchboard } from './switchboard.ts';

const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name }).waitFor();

/** An address, once what stands on it has been read. */
const at = (address: string, name: string | RegExp) => async (page: Page) => {
  await page.goto(address);
  await heading(page, name);
  await settled(page);
};

/** The lists whose every state is shown: address, title, what is read for them, what stands there when there is nothing. */
const lists = [
  { name: 'contacts', address: '/contacts', title: 'Contacts', read: '**/api/contacts?*', none: 'No contacts yet' },
  {
    name: 'broadcasts',
    address: '/broadcasts',
    title: 'Broadcasts',
    read: '**/api/broadcasts?*',
    none: 'No broadcasts yet',
  },
  {
    name: 'opt-outs',
    address: '/opt-outs',
    title: 'Opt-outs',
    read: '**/api/opt_outs?*',
    none: 'Nobody has opted out',
  },
];

/** Pictures of the pages beside the inbox: of a busy account, of a new one, on their way, and of an API that is gone. */
export async function picturesOfPages(browser: Browser, busy: Switchboard, fresh: Switchboard) {
  const full = (name: string, show: (page: Page) => Promise<unknown>) => pictures(browser, name, busy, show);
  await full('overview', at('/', 'Overview'));
  await full('groups', at('/groups', 'Groups'));
  await full('group', async (page) => {
    await at('/groups', 'Groups')(page);
    await page.getByRole('table', { name: 'Groups' }).getByRole('link', { name: 'Night shift' }).click();
    await heading(page, 'Night shift');
    await settled(page);
  });
  await full('calendar', at('/broadcasts/calendar', /\d{4}/));
  await full('tags', at('/tags', 'Tags'));
  await full('templates', async (page) => {
    await page.goto('/templates/1');
    await page.getByRole('textbox', { name: 'Message' }).waitFor();
    await settled(page);
  });
  await full('webhooks', at('/webhooks', 'Webhooks'));
  await full('simulator', at('/simulator?phones=13035550142,13035550143', 'Simulator'));
  for (const { name, address, title, read, none } of lists) {
    await full(`${name}-full`, at(address, title));
    await pictures(browser, `${name}-empty`, fresh, async (page) => {
      await page.goto(address);
      await page.getByText(none).waitFor();
    });
    await full(`${name}-loading`, (page) => heldBack(page, address, read));
  }
  await picturesOfFailing(browser, busy);
}

/** The API does not answer while the gateway does, and knows who is signed in. */
async function picturesOfFailing(browser: Browser, busy: Switchboard) {
  const gateway = await startSwitchboard({ env: { TEXTUS_URL: busy.api } });
  try {
    for (const { name, address, title } of lists) {
      await pictures(browser, `${name}-failing`, gateway, async (page) => {
        await at('/settings', 'Settings')(page);
        await busy.kill();
        await page.goto(address);
        await heading(page, title);
        await page.getByRole('button', { name: 'Try again' }).waitFor({ timeout: 60_000 });
        await busy.restart();
      });
    }
  } finally {
    await gateway.close();
  }
}
