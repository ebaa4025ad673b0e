import type { Locator, Page } from '@playwright/test';
import type { Broadcast } from '#contract/broadcasts.ts';
import { accountOf } from './account.ts';
import { expect, signIn, test as base } from './fixtures.ts';
import { startSwitchboard, type Switchboard } from './switchboard.ts';

/** A server of its own: one broadcast a minute is too few for tests. */
const test = base.extend<object, { switchboard: Switchboard }>({
  switchboard: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the parameter's pattern
    async ({}, use) => {
      const switchboard = await startSwitchboard({ env: { BROADCAST_INTERVAL_S: '0' } });
      await use(switchboard);
      await switchboard.close();
    },
    { scope: 'worker', timeout: 120_000 },
  ],
});

/** The tests' browser is in Denver: 09:30 on a day of the month after this one. */
const year = new Date().getFullYear() + (new Date().getMonth() === 11 ? 1 : 0);
const month = (new Date().getMonth() + 1) % 12;
const key = (day: number) => `${year}-${String(month + 1).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
const patient = { timeout: 45_000 };

/** What a clock in Denver shows. */
const inDenver = (text: string) =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'America/Denver', dateStyle: 'short', timeStyle: 'short' }).format(
    new Date(text.replace(' UTC', 'Z').replace(' ', 'T')),
  );

/** The instant at which a clock in Denver shows this; there is one for every time that is used here. */
function denver(day: string, time: string): string {
  for (const offset of ['-07:00', '-06:00']) {
    const at = new Date(`${day}T${time}:00${offset}`);
    if (inDenver(at.toISOString()) === `${day} ${time}`) return at.toISOString();
  }
  throw new Error(`${day} ${time} does not exist in Denver`);
}

const event = (page: Page, words: string) => page.getByRole('button', { name: new RegExp(`^${words}\\s?, to `) });
const cell = (page: Page, day: number) => page.locator(`[data-day="${key(day)}"]`);

test('broadcasts are made, moved by drag and by keys, and taken back on the calendar; the server has what is shown', async ({
  page,
  browser,
  switchboard,
  request,
}) => {
  test.setTimeout(180_000);
  const account = accountOf(switchboard, request);
  const [me] = await account.get('/api/users/current');
  const group = await account.post('/api/groups', { name: 'Night shift' });
  const ada = await account.post('/api/contacts', { phone: '+13035550142', first_name: 'Ada' });
  await account.put(`/api/groups/${group.id}/contacts/${ada.id}`);
  const schedule = (words: string, day: string, time: string) =>
    account.post('/api/broadcasts', {
      sender: me.id,
      group: group.id,
      message_body: words,
      deliver_at: denver(day, time),
    });
  const onServer = async () => {
    const all: Broadcast[] = await account.get('/api/broadcasts?per_page=100');
    return Object.fromEntries(
      all.map(({ message_body, deliver_at }) => [message_body, deliver_at && inDenver(deliver_at)]),
    );
  };
  for (const [words, day] of [
    ['Dragged', 14],
    ['Carried', 15],
    ['Canceled', 16],
    ['Kept', 16],
  ] as const) {
    await schedule(words, key(day), '09:30');
  }

  // Begun on a day: its time is set, and it is there once it is booked.
  await signIn(page, switchboard);
  await page.goto(`/broadcasts/calendar?day=${key(14)}`);
  await cell(page, 20).hover();
  await cell(page, 20)
    .getByRole('link', { name: /^New broadcast on / })
    .click();
  const groups = page.getByRole('combobox', { name: 'Group' });
  await groups.fill('Night');
  await page.getByRole('option', { name: /Night shift/ }).click();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('textbox', { name: 'Message' }).fill('Made here. Reply STOP to opt out.');
  await page
    .getByRole('button', { name: /Review|Continue/ })
    .last()
    .click();
  await page.getByRole('button', { name: /^Schedule for 1 person/ }).click();
  await expect(page).toHaveURL(/\/broadcasts$/, patient);
  await page.getByRole('link', { name: 'Calendar' }).click();
  await page.getByRole('button', { name: 'Next month' }).click();
  await expect(event(page, 'Kept')).toBeVisible();

  await event(page, 'Dragged').dragTo(cell(page, 21));
  await expect(cell(page, 21).getByRole('button', { name: /^Dragged/ })).toBeVisible();

  await event(page, 'Carried').focus();
  await page.keyboard.press('m');
  await expect(page.getByRole('status', { name: 'Moving' })).toContainText('Arrows move it');
  for (const arrow of ['ArrowRight', 'ArrowDown']) await page.keyboard.press(arrow);
  await page.keyboard.press('Enter');
  await expect(cell(page, 23).getByRole('button', { name: /^Carried/ })).toBeFocused();
  await event(page, 'Kept').focus();
  for (const stroke of ['m', 'ArrowLeft', 'Escape']) await page.keyboard.press(stroke);

  await event(page, 'Canceled').click();
  const details = page.getByRole('dialog');
  await expect(details).toContainText('Night shift');
  await details.getByRole('button', { name: 'Cancel sending' }).click();
  await expect(event(page, 'Canceled')).toHaveCount(0);

  const agreed = {
    Dragged: `${key(21)} 09:30`,
    Carried: `${key(23)} 09:30`,
    Kept: `${key(16)} 09:30`,
    'Made here. Reply STOP to opt out.': `${key(20)} 09:00`,
  };
  await expect.poll(onServer, patient).toEqual(agreed);
  const shown = async () => {
    const found: [string, string][] = [];
    for (const each of await page.locator('[data-day] button[data-broadcast]').all()) {
      found.push([(await each.locator('bdi').first().textContent())!, await dayOf(each)]);
    }
    return Object.fromEntries(found);
  };
  const days = (all: Record<string, string | null>) =>
    Object.fromEntries(Object.entries(all).map(([words, at]) => [words, at?.slice(0, 10)]));
  await expect.poll(shown, patient).toEqual(days(agreed));

  // A colleague moves one and adds another; both show up by themselves.
  const colleague = await (await browser.newContext()).newPage();
  await signIn(colleague, switchboard);
  const headers = { Origin: switchboard.origin, 'X-Requested-With': 'switchboard' };
  const theirs = await colleague.request.post(`${switchboard.origin}/api/broadcasts`, {
    headers,
    data: { sender: me.id, group: group.id, message_body: 'Theirs', deliver_at: denver(key(10), '17:00') },
  });
  expect(theirs.ok()).toBe(true);
  const all: Broadcast[] = await account.get('/api/broadcasts?per_page=100');
  const kept = all.find(({ message_body }) => message_body === 'Kept')!;
  const gone = await colleague.request.delete(`${switchboard.origin}/api/broadcasts/${kept.id}`, { headers });
  expect(gone.ok()).toBe(true);
  await expect(cell(page, 10).getByRole('button', { name: /^Theirs/ })).toBeVisible(patient);
  await expect(event(page, 'Kept')).toHaveCount(0, patient);
  await expect.poll(async () => days(await onServer())).toEqual(await shown());
  await colleague.context().close();

  // By the week, to another hour.
  await page.goto(`/broadcasts/calendar?view=week&day=${key(21)}`);
  await event(page, 'Dragged').dragTo(page.locator(`[data-slot="${key(21)}T11"]`));
  await expect(page.locator(`[data-slot="${key(21)}T11"]`).getByRole('button', { name: /^Dragged/ })).toBeVisible();
  await page.getByRole('status').getByRole('button', { name: /Undo/ }).last().click();
  await expect(page.locator(`[data-slot="${key(21)}T09"]`).getByRole('button', { name: /^Dragged/ })).toBeVisible();
});

const dayOf = async (each: Locator) =>
  (await each.locator('xpath=ancestor::*[@data-day]').getAttribute('data-day')) ?? '';

test('a broadcast that is moved onto a change of the clocks asks which time is meant', async ({
  page,
  switchboard,
  request,
}) => {
  const account = accountOf(switchboard, request);
  const [me] = await account.get('/api/users/current');
  const group = await account.post('/api/groups', { name: 'Clocks' });
  // The second Sunday of March, when Denver has no 2:30.
  const now = new Date();
  const spring = [now.getFullYear(), now.getFullYear() + 1]
    .map((each) => new Date(Date.UTC(each, 2, 14 - ((new Date(Date.UTC(each, 2, 1)).getUTCDay() + 6) % 7))))
    .find((each) => each.getTime() > now.getTime() + 3 * 86_400_000)!;
  const day = (away: number) => new Date(spring.getTime() + away * 86_400_000).toISOString().slice(0, 10);
  await account.post('/api/broadcasts', {
    sender: me.id,
    group: group.id,
    message_body: 'At night',
    deliver_at: denver(day(-1), '02:30'),
  });
  await signIn(page, switchboard);
  await page.goto(`/broadcasts/calendar?day=${day(-1)}`);
  await event(page, 'At night').dragTo(page.locator(`[data-day="${day(0)}"]`));
  const dialog = page.getByRole('dialog', { name: 'The clocks change then' });
  await expect(dialog.getByRole('button')).toHaveCount(3);
  await dialog.getByRole('button', { name: /3:30:00 AM MDT/ }).click();
  await expect
    .poll(async () => {
      const all: Broadcast[] = await account.get(`/api/groups/${group.id}/broadcasts`);
      return all.map(({ deliver_at }) => inDenver(deliver_at!));
    }, patient)
    .toEqual([`${day(0)} 03:30`]);
});
