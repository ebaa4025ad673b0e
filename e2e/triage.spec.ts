import type { Page } from '@playwright/test';
import { draftsOnDevice } from './drafts.ts';
import { expect, freshPhone, test, undoIsOver } from './fixtures.ts';

const THREADS = process.env['LONG'] === '1' ? 10 : 4;

const list = (page: Page) => page.getByRole('list', { name: 'Conversations' });
const box = (page: Page) => page.getByRole('textbox', { name: 'Message' });

/** Requests to the API from here on, as `GET /api/messages`. */
function counted(page: Page) {
  const calls: string[] = [];
  page.on('request', (request) => {
    const { pathname } = new URL(request.url());
    if (pathname.startsWith('/api/')) calls.push(`${request.method()} ${pathname}`);
  });
  return calls;
}

test('conversations are triaged by keyboard alone, and opening marks none of them read', async ({
  signedIn: page,
  given,
}) => {
  test.slow();
  await given.template('Triage reply', 'On my way, {{contact.first_name}}');
  for (let n = 0; n < THREADS; n += 1) {
    const phone = freshPhone();
    await given.contact({ phone, first_name: `Tri${n}`, last_name: 'Age' });
    await given.inbound(phone, `Question ${n}`);
  }
  await page.clock.install();
  await page.goto('/inbox?scope=unread');
  const rows = list(page).getByRole('link', { name: /Age unread/ });
  await expect(rows).toHaveCount(THREADS);
  const key = (...keys: string[]) =>
    keys.reduce((done, each) => done.then(() => page.keyboard.press(each)), Promise.resolve());

  const first = list(page).getByRole('link', { name: /Age/ }).first();
  /** Opens the first row and waits until it is the one that is open. */
  const openFirst = async () => {
    await first.focus();
    const name = /^\S+/.exec((await first.textContent())?.replace(/^TA/, '') ?? '')?.[0] ?? '';
    await key('Enter');
    await expect(page.getByRole('log', { name: new RegExp(name) }).getByText(/^Question/)).toBeVisible();
  };

  // Looks at every one of them: all stay unread.
  await first.focus();
  for (let n = 0; n < THREADS; n += 1) {
    await key('Enter');
    await expect(page.getByRole('log', { name: /Age/ }).getByText(/^Question/)).toBeVisible();
    await key('j');
  }
  await expect(rows).toHaveCount(THREADS);

  // Answers one by a template or by hand, flags it, schedules for another, marks the rest read.
  await openFirst();
  await key('r');
  await expect(box(page)).toBeFocused();
  await key('/');
  await page.getByRole('combobox', { name: 'Search templates' }).pressSequentially('Triage reply');
  await expect(page.getByRole('option', { name: /Triage reply/ })).toBeVisible();
  await key('Enter');
  await expect(box(page)).toHaveValue('On my way, {{contact.first_name}}');
  await key('Control+Enter', 'Escape', 'f');
  const thread = page.getByRole('region', { name: /^Conversation with/ });
  await expect(thread.getByRole('button', { name: 'Flagged' })).toHaveAttribute('aria-pressed', 'true');
  await undoIsOver(page);
  await expect(rows, 'a reply reads the conversation').toHaveCount(THREADS - 1);

  await openFirst();
  await key('r');
  await expect(box(page)).toBeFocused();
  await page.keyboard.type('Tomorrow then');
  await key('Escape', 's');
  await expect(page.getByLabel('When')).toBeFocused();
  await page.getByLabel('When').fill('2030-01-15T09:30');
  await key('Enter');
  await expect(page.getByRole('log').getByText(/^Scheduled/)).toBeVisible();

  for (let left = THREADS - 1; left > 0; left -= 1) {
    await openFirst();
    await expect(page.getByRole('button', { name: /Mark read/ })).toBeVisible();
    await key('Escape', 'e');
    await expect(rows).toHaveCount(left - 1);
  }
});

test('a draft survives a killed tab and a reload; a text that waits survives a closed one, once', async ({
  signedIn: page,
  given,
  phone,
  context,
}) => {
  const contact = await given.contact({ first_name: 'Kit' });
  await page.goto(`/inbox/${contact.id}`);
  await box(page).fill('Nothing of this is lost');
  await expect.poll(() => draftsOnDevice(page)).toContain('Nothing of this is lost');
  await page.goto('chrome://crash').catch(() => undefined);

  const other = await context.newPage();
  await other.goto(`/inbox/${contact.id}`);
  await expect(box(other)).toHaveValue('Nothing of this is lost');
  await other.reload();
  await expect(box(other)).toHaveValue('Nothing of this is lost');

  const calls = counted(other);
  await other.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(other.getByRole('log').getByText('Nothing of this is lost')).toBeVisible();
  expect(calls.filter((call) => call.startsWith('POST'))).toEqual([]);
  await other.close({ runBeforeUnload: true });

  const third = await context.newPage();
  await third.goto(`/inbox/${contact.id}`);
  const texts = async () => (await phone(`+${contact.phone}`)).map(({ content }) => content);
  await expect.poll(texts, { timeout: 20_000 }).toEqual(['Nothing of this is lost']);
  await expect(third.getByRole('log').getByText('Nothing of this is lost')).toHaveCount(1);
});

test('opening the inbox, reading, replying and going back costs four requests', async ({ signedIn: page, given }) => {
  const [ada, bo] = [await given.contact({ first_name: 'Ada' }), await given.contact({ first_name: 'Bo' })];
  await given.message(ada, 'Hello Ada');
  await given.message(bo, 'Hello Bo');
  // The signature of the account is read once an hour, with the first letter of the first reply.
  await page.goto(`/inbox/${ada.id}`);
  const signature = page.waitForResponse((response) => response.url().includes('/message_signatures'));
  await box(page).fill('x');
  await signature;
  await box(page).fill('');

  const calls = counted(page);
  await page.clock.install();
  await page.goto('/inbox');
  await list(page).getByRole('link', { name: /^Bo/ }).first().click();
  await expect(page.getByRole('log').getByText('Hello Bo')).toBeVisible();
  await box(page).fill('And again');
  await box(page).press('Control+Enter');
  const sent = page.waitForResponse((response) => response.request().method() === 'POST');
  await undoIsOver(page);
  await sent;
  await page.goBack();
  await expect(list(page)).toBeVisible();
  expect(calls.toSorted()).toEqual([
    `GET /api/contacts/${bo.id}`,
    'GET /api/messages',
    `GET /api/messages/${bo.id}`,
    'POST /api/messages',
  ]);
});
