import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, signIn, test } from './fixtures.ts';
import { startSwitchboard } from './switchboard.ts';

/** Long enough on a page that it is kept for the next visit. */
async function stay(page: Page) {
  await page.clock.fastForward(3_000);
  await page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated');
}

test('the page of a second visit comes from this device, and stands also without a network', async ({
  signedIn: page,
  context,
}) => {
  await page.clock.install();
  await page.goto('/contacts');
  await stay(page);
  const reply = await page.goto('/inbox');
  expect(reply?.fromServiceWorker()).toBe(true);
  await expect(page.getByRole('heading', { name: 'Inbox' })).toBeVisible();
  await context.setOffline(true);
  await page.reload();
  await expect(page.getByText('The service could not be reached')).toBeVisible();
  await context.setOffline(false);
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('heading', { name: 'Inbox' })).toBeVisible();
});

test('a new version takes the place of the page that is kept, by itself', async ({ page }) => {
  // Inside the project, as the server looks for its packages from where it is.
  const build = await mkdtemp(join('node_modules', '.cache', 'build '));
  await cp('dist', build, { recursive: true });
  const switchboard = await startSwitchboard({ build });
  try {
    await signIn(page, switchboard);
    await page.clock.install();
    await page.goto(`${switchboard.origin}/inbox`);
    await stay(page);
    await change(join(build, 'dashboard/index.html'), (html) => html.replace('<html ', '<html data-version="2" '));
    await change(join(build, 'dashboard/sw.js'), (code) => {
      const [, version = ''] = /caches\.open\([`"']([^`"']+)/.exec(code) ?? [];
      return code.replaceAll(version, 'version 2');
    });
    await switchboard.kill();
    await switchboard.restart();
    await page.goto(`${switchboard.origin}/contacts`);
    await page.clock.fastForward(3_000);
    await expect(page.locator('html')).toHaveAttribute('data-version', '2');
    await expect(page.getByRole('heading', { name: 'Contacts', exact: true })).toBeVisible();
  } finally {
    await switchboard.close();
    await rm(build, { recursive: true });
  }
});

/** Changes a built file, and takes away what it was packed into. */
async function change(file: string, by: (text: string) => string) {
  await writeFile(file, by(await readFile(file, 'utf8')));
  await Promise.all([`${file}.br`, `${file}.gz`].map((packed) => rm(packed, { force: true })));
}
