import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test as base, undoIsOver } from './fixtures.ts';
import { startSwitchboard, type Switchboard } from './switchboard.ts';

const pages = [
  '/templates',
  '/templates/1',
  '/templates/new',
  '/signatures',
  '/auto-replies/new',
  '/broadcasts/1',
  '/broadcasts/calendar',
  '/broadcasts/calendar?view=week',
  '/broadcasts',
  '/broadcasts/new',
  '/inbox',
  '/inbox/1',
  '/contacts',
  '/contacts/1',
  '/contacts?q=nobody-has-this',
  '/simulator?phones=13035550142,13035550143',
  '/webhooks/receiver',
  '/webhooks/check',
  '/audit',
  '/settings',
  '/settings/doctor',
  '/groups',
  '/groups/1',
  '/groups/1?tab=broadcasts',
  '/groups/1/add',
  '/tags',
  '/users?show=all',
  '/opt-outs',
  '/opt-outs/1',
  '/opt-outs/new?phone=3035550118',
  '/blocked-numbers',
];

/** A server of its own with the demo's people: what others put into theirs would change these pages. */
const test = base.extend<object, { switchboard: Switchboard }>({
  switchboard: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the parameter's pattern
    async ({}, use) => {
      const switchboard = await startSwitchboard({ env: { SEED: '40' } });
      await use(switchboard);
      await switchboard.close();
    },
    { scope: 'worker', timeout: 120_000 },
  ],
});

for (const path of pages) {
  test(`${path} is accessible and fits, light and dark, wide and narrow`, async ({ signedIn: page }) => {
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.goto(path);
    await expect(page.getByRole('main')).toBeVisible();
    await checkAll(page);
  });
}

test('the sign-in page is accessible and fits, light and dark, wide and narrow', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto('/');
  await expect(page.getByRole('button', { name: 'Sign in', exact: true })).toBeVisible();
  await checkAll(page);
});

async function checkAll(page: Page) {
  await check(page, 'light, 1440 px');
  await page.emulateMedia({ colorScheme: 'dark' });
  await expect(page.locator('[data-mantine-color-scheme=dark]')).toHaveCount(1);
  await check(page, 'dark, 1440 px');
  await page.setViewportSize({ width: 375, height: 800 });
  await check(page, 'dark, 375 px');
  expect(await page.evaluate(() => document.documentElement.scrollWidth > innerWidth), 'scrolls sideways').toBe(false);
}

async function check(page: Page, where: string) {
  await expect(page.locator('[aria-busy=true]')).toHaveCount(0);
  await expect.poll(() => page.evaluate(() => document.getAnimations().length), 'colours that still change').toBe(0);
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode()
    .options({ resultTypes: ['violations'] })
    .analyze();
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  expect(
    serious.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`),
    where,
  ).toEqual([]);
}

/** Controls that a screen reader would call by their kind alone. */
async function nameless(page: Page): Promise<string[]> {
  const snapshot = await page.locator('body').ariaSnapshot();
  const controls =
    /^\s*- (button|link|textbox|searchbox|combobox|checkbox|radio|switch|tab|menuitem|option|spinbutton|dialog|log)\b(?! ")/;
  return snapshot.split('\n').filter((line) => controls.test(line));
}

test('every control of the inbox has a name and can be used at 200 % zoom', async ({
  signedIn: page,
  given,
  phone,
}) => {
  // What a window of 1440 × 900 has left at 200 %.
  await page.setViewportSize({ width: 720, height: 450 });
  const contact = await given.contact({ first_name: 'Zoom' });
  await given.message(contact, 'Hello Zoom');
  await page.clock.install();
  await page.goto('/inbox');
  const isWhole = async (where: string) => {
    expect(await nameless(page), where).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), where).toBe(true);
  };
  const row = page.getByRole('list', { name: 'Conversations' }).getByRole('link', { name: /^Zoom/ });
  await expect(row).toBeVisible();
  await isWhole('the list');
  await row.click();
  await expect(page.getByRole('log', { name: /Zoom/ }).getByText('Hello Zoom')).toBeVisible();
  await isWhole('a conversation');
  const box = page.getByRole('textbox', { name: 'Message' });
  await box.fill('Hi {{contact.first_name}}, “yes”');
  await expect(page.getByLabel('As they will read it')).toBeVisible();
  for (const panel of ['Insert template', 'Insert merge field', 'Schedule']) {
    await page.getByRole('button', { name: panel, exact: true }).click();
    const dialog = page.getByRole('dialog');
    await expect(dialog.getByRole('button').or(dialog.getByRole('option')).first()).toBeVisible();
    await isWhole(panel);
    // All of it can be brought into sight, above what it belongs to.
    await dialog.getByRole('button').or(dialog.getByRole('option')).last().click({ trial: true });
    await page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
  }
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await undoIsOver(page);
  await expect.poll(async () => (await phone(`+${contact.phone}`)).length).toBe(2);
  await page.getByRole('button', { name: 'Show contact' }).click();
  const drawer = page.getByRole('dialog');
  await expect(drawer.getByText('Can be texted')).toBeVisible();
  await isWhole('the contact');
  await drawer.getByRole('button', { name: 'Delete' }).click({ trial: true });
  await page.keyboard.press('Escape');
  await page.locator('body').press('?');
  await expect(page.getByRole('dialog', { name: /shortcuts/i })).toBeVisible();
  await isWhole('the shortcuts');
});
