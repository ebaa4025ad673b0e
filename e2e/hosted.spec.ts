import type { Page } from '@playwright/test';
import { expect, signIn, test } from './fixtures.ts';
import { startHostedService } from './hostedService.ts';
import { startSwitchboard } from './switchboard.ts';

/** Every page, and what only shows where it works: something of the service, or what is left to do. */
const pages: Record<string, RegExp> = {
  '/': /Unread|Waiting/,
  '/inbox': /Quickleft Contact/,
  '/inbox/1': /hello/,
  '/inbox/2': /Day not known/,
  '/contacts': /Quickleft Contact/,
  '/contacts/new': /New contact/,
  '/contacts/import': /Import/,
  '/contacts/1': /Quickleft Contact/,
  '/contacts/1/edit': /Quickleft Contact/,
  '/contacts/2': /Edit/,
  '/groups': /group \d/,
  '/groups/new': /New group/,
  '/groups/1': /Contact, Quickleft/,
  '/groups/1?tab=broadcasts': /Test Broadcast/,
  '/groups/1/add': /Add people/,
  '/groups/2': /does not tell who is in a group/,
  '/groups/2?tab=broadcasts': /could not be loaded/,
  '/broadcasts': /Test Broadcast/,
  '/broadcasts/1': /Test Broadcast/,
  '/broadcasts/2': /Copy to a new broadcast/,
  '/broadcasts/new': /Continue/,
  '/broadcasts/new?group=1': /group \d/,
  '/broadcasts/calendar': /Sat/,
  '/broadcasts/calendar?view=week': /Sat\s+\d/,
  '/templates': /Template/,
  '/templates/1': /Save template/,
  '/templates/2': /Save template/,
  '/templates/new': /Save template/,
  '/signatures': /Signature/,
  '/signatures/new': /Save signature/,
  '/signatures/1': /Save signature/,
  '/auto-replies': /Reply \d/,
  '/auto-replies/new': /Save auto reply/,
  '/auto-replies/1': /Save auto reply/,
  '/auto-replies/2': /Save auto reply/,
  '/opt-outs': /\(?223\)? ?000/,
  '/opt-outs/1': /What happened/,
  '/opt-outs/2': /What happened/,
  '/opt-outs/new?phone=3035550118': /Opt out a number/,
  '/opt-outs/import': /CSV/,
  '/blocked-numbers': /\(?223\)? ?000/,
  '/blocked-numbers/new': /Block a number/,
  '/blocked-numbers/import': /CSV/,
  '/tags': /forklift/,
  '/tags/who?tag=forklift': /forklift/,
  '/users?show=all': /Quickleft User/,
  '/webhooks': /httpbin/,
  '/webhooks/new': /New webhook/,
  '/webhooks/receiver': /receiver/,
  '/webhooks/check': /Signature/,
  '/webhooks/1': /httpbin/,
  '/webhooks/1/edit': /Change the address/,
  '/webhooks/2': /Secret/,
  '/simulator': /[Ss]imulat|phone/,
  '/jobs': /Jobs/,
  '/audit': /Audit/,
  '/settings': /Settings/,
  '/settings/doctor': /doctor/,
};

test('every page works before a service that answers in every form the API leaves open', async ({ page }) => {
  test.setTimeout(240_000);
  const service = await startHostedService();
  const hosted = await startSwitchboard({ env: { TEXTUS_URL: service.origin } });
  const broken: string[] = [];
  page.on('pageerror', (error) => broken.push(`${new URL(page.url()).pathname}: ${error.message}`));
  try {
    await signIn(page, hosted);
    await page.goto(hosted.origin);
    const start = Date.now();
    for (const [path, words] of Object.entries(pages)) {
      const fault = await visit(page, path, words);
      if (fault) broken.push(`${path}: ${fault}`);
    }
    console.log(`${Object.keys(pages).length} pages in ${Date.now() - start} ms`);
    await change(page);
    expect(broken).toEqual([]);
    // What is made or deleted is so, however the service says it.
    expect(service.rows('webHooks')).toHaveLength(1);
    expect(service.rows('optOuts')).toHaveLength(1);
    expect(service.rows('contacts')).toMatchObject([{ first_name: 'Mara' }, {}, {}]);
  } finally {
    await hosted.close();
    service.close();
  }
});

/** Makes a contact and deletes a web hook and an opt-out: 202, 200 with nothing, and 204. */
async function change(page: Page) {
  await show(page, '/contacts/new', /New contact/);
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'First name' }).fill('Mara');
  await dialog.getByRole('textbox', { name: 'Phone' }).fill('(303) 555-0142');
  await dialog.getByRole('button', { name: /^Save/ }).click();
  await expect(dialog).toHaveCount(0);

  await show(page, '/webhooks/1', /httpbin/);
  await page.getByRole('button', { name: /Actions for/ }).click();
  await page.getByRole('menuitem', { name: 'Delete' }).click();
  await dialog.getByRole('button', { name: 'Delete the webhook' }).click();
  await expect(page.getByRole('navigation', { name: 'Webhooks' }).getByText('httpbin.org')).toHaveCount(0);

  await show(page, '/opt-outs/1', /What happened/);
  await page.getByRole('button', { name: 'Delete the record…' }).click();
  await page.getByRole('button', { name: 'Delete the opt-out' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(page.getByRole('table', { name: 'Opt-outs' }).getByRole('link', { name: /223/ })).toHaveCount(0);
}

/** Goes to a page without loading the dashboard anew; what is wrong with it, if anything. */
async function visit(page: Page, path: string, words: RegExp) {
  // By way of nowhere where the page before could be taken for this one.
  if (words.test(await textOf(page))) await show(page, '/nowhere', /Nothing is at this address/);
  const shown = await show(page, path, words);
  const text = await textOf(page);
  const alarm = /This page could not be shown|did not work|Not found|Invalid Date|NaN|undefined|\b1969|\b1970/.exec(
    text,
  );
  const said = (from: number, length: number) => text.slice(from, from + length).replace(/\s+/g, ' ');
  if (alarm) return said(alarm.index, 300);
  return shown ? null : `${words} is missing in: ${said(0, 1_500)}`;
}

const BESIDES_NAVIGATION = 'main, [role=dialog]';

const textOf = async (page: Page) => (await page.locator(BESIDES_NAVIGATION).allInnerTexts()).join('\n');

/** Whether the words stand there in the end, with nothing still loading. */
async function show(page: Page, path: string, words: RegExp) {
  await page.evaluate((to) => {
    history.pushState(null, '', to);
    dispatchEvent(new PopStateEvent('popstate', { state: null }));
  }, path);
  const isShown = ([source, where]: readonly [string, string]) =>
    !document.querySelector('[aria-busy=true]') &&
    [...document.querySelectorAll<HTMLElement>(where)].some(({ innerText }) => new RegExp(source).test(innerText));
  return page.waitForFunction(isShown, [words.source, BESIDES_NAVIGATION] as const, { timeout: 10_000 }).then(
    () => true,
    () => false,
  );
}
