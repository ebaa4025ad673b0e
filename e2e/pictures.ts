import { type Browser, type BrowserContextOptions, chromium, type Page } from '@playwright/test';
import { writeFile } from 'node:fs/promises';
import { chromiumPath } from './chromiumPath.ts';
import { smallPng } from './smallPng.ts';
import { demo, type Switchboard } from './switchboard.ts';

export const folder = 'docs';
/** `npm run screenshots -- contacts`: only those whose names begin so. */
export const only = process.argv[2] ?? '';
const wide = { viewport: { width: 1440, height: 900 } };
const looks: Record<string, BrowserContextOptions> = {
  light: wide,
  dark: { ...wide, colorScheme: 'dark' },
  phone: { viewport: { width: 375, height: 812 }, hasTouch: true },
};

const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];

/** The browser that pictures are made in; whoever asks closes it. */
export const openBrowser = (): Promise<Browser> =>
  chromium.launch({ args, ...(chromiumPath && { executablePath: chromiumPath }) });

/** A picture of each look, of a signed-in page once `show` has brought it to where it is worth one. */
export async function pictures(
  browser: Browser,
  name: string,
  { origin }: Pick<Switchboard, 'origin'>,
  show: (page: Page) => Promise<unknown>,
  wanted: string[] = Object.keys(looks),
) {
  for (const look of name.startsWith(only) ? wanted : []) {
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

/** Waits until nothing on the page is on its way. */
export const settled = (page: Page) => page.locator('[aria-busy=true]').first().waitFor({ state: 'detached' });

/** Opens an address whose lists stay on their way: to show what is seen meanwhile. */
export async function heldBack(page: Page, address: string, read: string) {
  // Only here, for a picture, a reply is held back.
  await page.route(read, () => undefined);
  await page.goto(address);
  await page.locator('[aria-busy=true]').first().waitFor();
}
