import type { Page } from '@playwright/test';
import { expect, test, undoIsOver } from './fixtures.ts';
import { png } from './png.ts';

const payloads = Array.from({ length: 50 }, (_, n) => [
  `<img src=x onerror=alert(${n})>`,
  `"><script>alert(${n})</script>`,
  `<svg/onload=alert(${n})>`,
  `javascript:alert(${n})//https://a.test/?q="onmouseover="alert(${n})`,
]).flat();
const zalgo = `Z${'\u0301\u0302\u0303\u0304\u0305'.repeat(60)}algo`;
const bidi = '\u202Egnp.exe \u2067 אבג \u2066 x';
const formula = '=HYPERLINK("http://evil.test","x")';

/** Dialogs and reports of the Content Security Policy from here on: what hostile texts must not cause. */
async function alarmsOf(page: Page) {
  const alarms: string[] = [];
  page.on('dialog', (dialog) => {
    alarms.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('console', (message) => {
    if (/content security policy/i.test(message.text())) alarms.push(message.text());
  });
  await page.addInitScript(() =>
    addEventListener('securitypolicyviolation', (event) => console.log(`Content Security Policy: ${event.blockedURI}`)),
  );
  return alarms;
}

const fits = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth <= innerWidth);

test('two hundred hostile texts, names and notes stay text, and the layout holds', async ({
  signedIn: page,
  given,
}) => {
  test.slow();
  const alarms = await alarmsOf(page);
  const contact = await given.contact({
    first_name: '<img src=x onerror=alert("name")>',
    last_name: `${bidi} ${zalgo}`.slice(0, 250),
    business_name: formula,
    tags: ['<script>alert(1)</script>', bidi],
  });
  await given.change(contact, { notes: `${payloads[1]}\n${'n'.repeat(9_000)}` });
  // Many at a time in one text: what is shown is the same, the sends are fewer.
  const texts = Array.from({ length: 10 }, (_, n) => payloads.slice(n * 20, n * 20 + 20).join('\n'));
  for (const content of [...texts, zalgo, bidi, formula, 'w'.repeat(10_000)]) await given.message(contact, content);

  for (const width of [1440, 375]) {
    await page.setViewportSize({ width, height: 800 });
    await page.goto(`/inbox/${contact.id}`);
    const log = page.getByRole('log');
    // Up through all of them, each drawn on the way.
    await expect(async () => {
      await log.evaluate((box) => box.scrollBy({ top: -box.clientHeight }));
      await expect(log.getByText('<svg/onload=alert(9)>').first()).toBeInViewport({ timeout: 50 });
    }).toPass({ intervals: [0] });
    await expect(page.locator('img[src="x"], svg[onload], body script:not([src])')).toHaveCount(0);
    await expect(page.locator('a[href^="javascript:" i]')).toHaveCount(0);
    expect(await fits(page), `${width} px`).toBe(true);
    expect(await log.evaluate((box) => box.scrollWidth <= box.clientWidth), `the thread at ${width} px`).toBe(true);
  }
  await page.goto('/inbox');
  await expect(page.getByRole('list', { name: 'Conversations' }).getByRole('link').first()).toContainText('wwww');
  expect(alarms).toEqual([]);
});

test('pictures with hostile names are attached, refused, sent and shown, and their names stay text', async ({
  signedIn: page,
  given,
  phone,
}) => {
  const alarms = await alarmsOf(page);
  const names = [
    ...payloads.slice(0, 4).map((payload) => `${payload.replaceAll('/', '⁄')}.png`),
    `${bidi}.png`,
    `${zalgo.slice(0, 120)}.png`,
    `${formula.replaceAll('/', '⁄')}.png`,
    `${'w'.repeat(250)}.png`,
    '"; filename="x.svg\r\nContent-Type: text⁄html.png',
  ];
  const contact = await given.contact({ first_name: 'Pic' });
  await page.clock.install();
  await page.goto(`/inbox/${contact.id}`);
  const choose = page.locator('input[type=file]');
  const log = page.getByRole('log', { name: /Pic/ });
  for (const [n, name] of names.entries()) {
    await page.setViewportSize({ width: n % 2 ? 375 : 1440, height: 800 });
    await choose.setInputFiles({ name: name.replace('.png', '.svg'), mimeType: 'image/svg+xml', buffer: png });
    await expect(page.getByRole('status').getByText('was not attached')).toBeVisible();
    expect(await fits(page), `refused: ${name}`).toBe(true);
    await choose.setInputFiles({ name, mimeType: 'image/png', buffer: png });
    await expect(page.locator('figcaption bdi')).toHaveText(name);
    expect(await fits(page), name).toBe(true);
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    await undoIsOver(page);
    await expect.poll(async () => (await phone(`+${contact.phone}`)).length, name).toBe(n + 1);
    await expect(log.getByRole('button', { name: 'Image from You' })).toHaveCount(n + 1);
  }
  await page.reload();
  await expect(log.getByRole('button', { name: 'Image from You' })).toHaveCount(names.length);
  await expect(page.locator('img[src="x"], svg[onload], body script:not([src])')).toHaveCount(0);
  expect(alarms).toEqual([]);
});
