import type { BrowserContext, Page } from '@playwright/test';
import { startCuttingProxy } from './cuttingProxy.ts';
import { expect, freshPhone, signIn, test } from './fixtures.ts';
import { startSwitchboard } from './switchboard.ts';

const isLong = process.env['LONG'] === '1';
/** Minutes of the browser's time that pass. */
const minutes = isLong ? 60 : 6;

/** Counts what all tabs ask of the API from now on. */
function watchApi(context: BrowserContext) {
  const asked: string[] = [];
  context.on('request', (request) => {
    const { pathname } = new URL(request.url());
    if (pathname.startsWith('/api/')) asked.push(pathname);
  });
  return asked;
}

async function openTabs(context: BrowserContext, first: Page, addresses: string[]) {
  const tabs = [first];
  while (tabs.length < addresses.length) tabs.push(await context.newPage());
  for (const [i, tab] of tabs.entries()) {
    await tab.goto(addresses[i]!);
    await expect(tab.getByRole('navigation', { name: 'Main' })).toBeVisible();
  }
  return tabs;
}

test('tabs that are live share one stream and ask for nothing, however long they are open', async ({
  context,
  page,
  switchboard,
  given,
}) => {
  test.setTimeout(isLong ? 900_000 : 120_000);
  const contact = await given.contact({ first_name: 'Wanda', phone: freshPhone() });
  await given.message(contact, 'Hello Wanda.');
  await context.clock.install();
  await signIn(page, switchboard);
  const addresses = Array.from(
    { length: isLong ? 8 : 4 },
    (_, i) => [`/inbox/${contact.id}`, '/inbox', '/contacts', '/'][i % 4]!,
  );
  const tabs = await openTabs(context, page, addresses);
  for (const tab of tabs) await expect(tab.getByText('Live', { exact: true })).toBeVisible();
  await expect(page.getByRole('log', { name: /Wanda/ }).getByText(/Delivered/)).toBeVisible();
  await expect(tabs[1]!.getByRole('link', { name: /Wanda/ })).toBeVisible();
  // The overview reads one thing after the other.
  for (const tab of tabs.filter((_, i) => i % 4 === 3)) await expect(tab.getByText(/^As of/)).toBeVisible();
  const asked = watchApi(context);
  for (let second = 0; second < minutes * 60; second += 5) await context.clock.runFor(5_000);
  expect(asked).toEqual([]);
  await given.inbound(`+${contact.phone}`, 'Still there?');
  await expect(page.getByRole('log', { name: /Wanda/ }).getByText('Still there?')).toBeVisible({ timeout: 30_000 });
  await expect(tabs[1]!.getByRole('link', { name: /Still there\?/ })).toBeVisible();
});

test('without hooks one tab looks for what is new, for all of them and at most 120 times an hour', async ({
  context,
  page,
  switchboard,
  given,
}) => {
  test.setTimeout(isLong ? 900_000 : 120_000);
  const api = await startCuttingProxy(switchboard.api);
  const hosted = await startSwitchboard({ env: { TEXTUS_URL: api.origin } });
  try {
    const contact = await given.contact({ first_name: 'Nils', phone: freshPhone() });
    await given.message(contact, 'Hello Nils.');
    await context.clock.install();
    await signIn(page, hosted);
    const addresses = Array.from(
      { length: 3 },
      (_, i) => `${hosted.origin}${i === 0 ? `/inbox/${contact.id}` : '/inbox'}`,
    );
    const tabs = await openTabs(context, page, addresses);
    for (const tab of tabs) await expect(tab.getByText('Polling', { exact: true })).toBeVisible();
    await expect(page.getByRole('log', { name: /Nils/ }).getByText('Hello Nils.')).toBeVisible();
    await expect(tabs[2]!.getByRole('link', { name: /Nils/ })).toBeVisible();
    const asked = watchApi(context);
    await given.inbound(`+${contact.phone}`, 'Seen by looking');
    for (let second = 0; second < minutes * 60; second += 5) await context.clock.runFor(5_000);
    console.log(`${asked.length} requests of 3 tabs in ${minutes} minutes`);
    expect(asked.length).toBeGreaterThan(0);
    expect(asked.length).toBeLessThanOrEqual(2 * minutes);
    await expect(page.getByRole('log', { name: /Nils/ }).getByText('Seen by looking')).toBeVisible();
    await expect(tabs[2]!.getByRole('link', { name: /Seen by looking/ })).toBeVisible();
  } finally {
    await hosted.close();
    await api.close();
  }
});
