import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, signIn, test, worldOf } from './fixtures.ts';
import { startSwitchboard } from './switchboard.ts';

const pages = ['/inbox', '/inbox/1', '/contacts', '/contacts/1', '/contacts?q=nobody-has-this'];

const dark = (page: Page) => page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });

for (const scheme of ['light', 'dark'] as const) {
  for (const width of [1440, 375]) {
    test(`every page is accessible and fits: ${scheme}, ${width} px`, async ({ page, request }) => {
      const switchboard = await startSwitchboard({ env: { SEED: '40' } });
      try {
        await page.setViewportSize({ width, height: 900 });
        if (scheme === 'dark') await dark(page);
        await page.goto(switchboard.origin);
        await expect(page.getByRole('button', { name: 'Sign in', exact: true })).toBeVisible();
        await check(page, 'sign-in');
        await signIn(page, switchboard);
        await worldOf(switchboard, request).contact({ first_name: 'Ada' });
        for (const path of pages) {
          await page.goto(switchboard.origin + path);
          await expect(page.getByRole('main')).toBeVisible();
          await expect(page.locator('[aria-busy=true]')).toHaveCount(0);
          await check(page, path);
        }
      } finally {
        await switchboard.close();
      }
    });
  }
}

async function check(page: Page, where: string) {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  expect(
    serious.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`),
    where,
  ).toEqual([]);
  expect(
    await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth),
    `${where} scrolls sideways`,
  ).toBe(true);
}
