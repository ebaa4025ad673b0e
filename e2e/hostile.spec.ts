import { expect, test } from './fixtures.ts';

const payloads = Array.from({ length: 50 }, (_, n) => [
  `<img src=x onerror=alert(${n})>`,
  `"><script>alert(${n})</script>`,
  `<svg/onload=alert(${n})>`,
  `javascript:alert(${n})//https://a.test/?q="onmouseover="alert(${n})`,
]).flat();
const zalgo = `Z${'\u0301\u0302\u0303\u0304\u0305'.repeat(60)}algo`;
const bidi = '\u202Egnp.exe \u2067 אבג \u2066 x';
const formula = '=HYPERLINK("http://evil.test","x")';

test('two hundred hostile texts, names and notes stay text, and the layout holds', async ({
  signedIn: page,
  given,
}) => {
  test.slow();
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
    await expect(log.getByText('<svg/onload=alert(49)>').first()).toBeAttached();
    await expect(page.locator('img[src="x"], svg[onload], script:not([src])')).toHaveCount(0);
    await expect(page.locator('a[href^="javascript:" i]')).toHaveCount(0);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${width} px`).toBe(true);
    expect(await log.evaluate((box) => box.scrollWidth <= box.clientWidth), `the thread at ${width} px`).toBe(true);
  }
  await page.goto('/inbox');
  await expect(page.getByRole('list', { name: 'Conversations' }).getByRole('link').first()).toContainText('wwww');
  expect(alarms).toEqual([]);
});
