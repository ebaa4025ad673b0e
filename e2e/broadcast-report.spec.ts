import { readFile } from 'node:fs/promises';
import type { Contact } from '#contract/contacts.ts';
import { accountOf } from './account.ts';
import { expect, signIn, test as base } from './fixtures.ts';
import { startSwitchboard, type Switchboard } from './switchboard.ts';

/** A server of its own: one broadcast a minute is too few for tests, and the figures must not be others'. */
const test = base.extend<object, { switchboard: Switchboard }>({
  switchboard: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the parameter's pattern
    async ({}, use) => {
      const switchboard = await startSwitchboard({ env: { BROADCAST_INTERVAL_S: '0', CARRIER_DELAY_MS: '50' } });
      await use(switchboard);
      await switchboard.close();
    },
    { scope: 'worker', timeout: 120_000 },
  ],
});

test('the report of a broadcast of 100 matches to the person, and so does its file', async ({
  page,
  switchboard,
  request,
}) => {
  test.setTimeout(120_000);
  const account = accountOf(switchboard, request);
  const group = await account.post('/api/groups', { name: 'Warehouse' });
  const people: (Contact & { kind: string })[] = [];
  for (let n = 0; n < 104; n++) {
    const kind = n < 90 ? 'delivered' : n < 97 ? 'failed' : n < 100 ? 'waiting' : n < 102 ? 'landline' : 'opted out';
    const end = kind === 'failed' ? '0000' : kind === 'landline' ? '9999' : String(1000 + n);
    const contact = await account.post('/api/contacts', {
      phone: `+1${kind === 'failed' || kind === 'landline' ? 200 + n : 303}${220 + n}${end}`,
      first_name: `P${n}`,
      last_name: kind,
    });
    people.push({ ...contact, kind });
    if (kind === 'waiting') await account.put(`/carrier/phones/+${contact.phone}`, { state: 'off' });
    if (kind === 'opted out') await account.post('/api/opt_outs', { phone: `+${contact.phone}` });
    await account.put(`/api/groups/${group.id}/contacts/${contact.id}`);
  }
  const of = (kind: string) => people.filter((person) => person.kind === kind);
  const [me] = await account.get('/api/users/current');
  const broadcast = await account.post('/api/broadcasts', {
    sender: me.id,
    group: group.id,
    message_body: 'Shifts on Saturday, {{contact.first_name}}?',
  });

  await signIn(page, switchboard);
  await page.goto(`/broadcasts/${broadcast.id}`);
  const from = page.locator('dt', { hasText: /^From$/ }).locator('+ dd');
  await expect(from).toContainText(me.first_name ?? me.email);
  const figures = page.getByLabel('Figures');
  const figure = (label: string) =>
    figures.locator('div', { has: page.getByText(label, { exact: true }) }).locator('dd');
  await expect(figure('Delivered')).toHaveText('90');
  await expect(figure('Failed')).toHaveText('7');

  // Answers and opt-outs come in while the report is open.
  const [number] = await account.get('/carrier/numbers');
  const [repliers, leavers] = [of('delivered').slice(0, 5), of('delivered').slice(5, 7)];
  for (const [all, content] of [
    [repliers, 'I am in <b>'],
    [leavers, 'STOP'],
  ] as const) {
    for (const { phone } of all) {
      await account.post('/carrier/inbound', { from: `+${phone}`, to: number.phone, content });
    }
  }
  const expected = {
    Sent: 100,
    Delivered: 90,
    Failed: 7,
    'On its way': 3,
    Replied: 5,
    'Opted out after': 2,
    'Left out': 4,
  };
  const agree = async () => {
    for (const [label, many] of Object.entries(expected)) await expect(figure(label), label).toHaveText(String(many));
    await expect(page.getByText(/^Complete: all 100 texts/)).toBeVisible();
  };
  await agree();
  await page.reload();
  await agree();

  const table = page.getByRole('table', { name: 'Recipients' });
  const names = async () => (await table.getByRole('rowheader').allTextContents()).toSorted();
  for (const [tab, chosen] of [
    ['Failed', of('failed')],
    ['On its way', of('waiting')],
    ['Replied', repliers],
    ['Opted out after', leavers],
    ['Left out', [...of('landline'), ...of('opted out')]],
  ] as const) {
    await page.getByRole('button', { name: new RegExp(`^${tab} \\d`) }).click();
    await expect.poll(names, tab).toEqual(chosen.map((one) => `${one.first_name} ${one.last_name}`).toSorted());
  }
  await expect(table.getByRole('row', { name: /landline/ }).first()).toContainText('Landline');
  await expect(table.getByRole('row', { name: /opted out/ }).first()).toContainText('Opted out');

  // The file holds what the screen shows: everybody, and in the same words.
  await page.goto(`/broadcasts/${broadcast.id}?per_page=100`);
  await agree();
  const onScreen: string[] = [];
  for (const page_ of [1, 2]) {
    if (page_ === 2) await page.getByRole('button', { name: 'Page 2' }).click();
    await expect(table.getByRole('rowheader')).toHaveCount(page_ === 1 ? 100 : 4);
    for (const cells of await table.locator('tbody tr').all()) {
      onScreen.push((await cells.locator('th, td').allInnerTexts()).slice(0, 4).join('|'));
    }
  }
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export CSV' }).click();
  const file = await saving;
  expect(file.suggestedFilename()).toBe(`broadcast-${broadcast.id}.csv`);
  const lines = (await readFile(await file.path(), 'utf8')).replace('\uFEFF', '').trim().split('\r\n').slice(1);
  const inFile = lines.map((line) => {
    const [name, phone, outcome, reason] = line.split(',');
    const [, area, exchange, rest] = /^'?\+1(\d{3})(\d{3})(\d{4})$/.exec(phone!)!;
    return [name, `(${area}) ${exchange}-${rest}`, outcome, reason].join('|');
  });
  expect(inFile).toEqual(onScreen);
  expect(lines.filter((line) => line.includes('I am in <b>'))).toHaveLength(5);

  // Another try goes to a group of exactly those who failed and can be reached.
  await page.getByRole('button', { name: 'Retry 7 failed' }).click();
  await expect(page).toHaveURL(/\/broadcasts\/new\?/);
  const [again]: { id: number }[] = await account.get('/api/groups?order_by=created_at%20desc&per_page=1');
  const members: Contact[] = await account.get(`/api/groups/${again!.id}/contacts?per_page=100`);
  expect(members.map(({ id }) => id).toSorted((a, b) => a - b)).toEqual(of('failed').map(({ id }) => id));
});
