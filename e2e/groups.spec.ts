import { readFile } from 'node:fs/promises';
import type { Contact } from '#contract/contacts.ts';
import type { Group } from '#contract/groups.ts';
import { apiOf, many, national } from './api.ts';
import { expect, freshPhone, signIn, test } from './fixtures.ts';
import { reportOf } from './jobs.ts';
import { startSwitchboard } from './switchboard.ts';

const isLong = process.env['LONG'] === '1';
const PEOPLE = isLong ? 500 : 40;

test('a group is made, filled by search and by hundreds of numbers as a job, renamed and deleted without its people', async ({
  signedIn: page,
  given,
  switchboard,
  request,
}) => {
  test.setTimeout(isLong ? 600_000 : 120_000);
  const api = apiOf(switchboard, request);
  const name = `Crew ${freshPhone()}`;
  const found = await given.contact({ first_name: 'Wanda', last_name: 'Searched' });
  const known = await many(PEOPLE / 2, (n) => given.contact({ first_name: 'Known', last_name: `No ${n}` }));
  const unknown = Array.from({ length: PEOPLE / 2 }, freshPhone);

  await page.goto('/groups');
  await page.getByRole('button', { name: 'New group' }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill(name);
  await page.getByRole('button', { name: 'Save group' }).click();

  const dialog = page.getByRole('dialog', { name: 'Add people to the group' });
  await dialog.getByRole('searchbox', { name: 'Search' }).fill(national(found.phone));
  await dialog.getByRole('button', { name: 'Add Wanda Searched' }).click();
  await expect(dialog.getByText('In the group')).toBeVisible();

  const lines = [
    ...known.map(({ phone }) => national(phone)),
    ...unknown.map((phone) => phone),
    'not a number',
    unknown[0],
  ];
  await dialog.getByRole('textbox', { name: 'Numbers' }).fill(lines.join('\n'));
  await expect(
    dialog.getByText(`${PEOPLE} numbers, 1 more that stand there twice, 1 line without a valid one`),
  ).toBeVisible();
  const start = Date.now();
  await dialog.getByRole('button', { name: `Add ${PEOPLE} people` }).click();
  await expect(dialog).toHaveCount(0);
  await reportOf(page, /^Adding \d+ people/);
  console.log(`${PEOPLE} members added in ${Date.now() - start} ms`);
  await expect(page.getByRole('button', { name: `Done ${PEOPLE}` })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Failed 0' })).toBeVisible();

  const [group] = await api.all<Group>(`/groups?q=${encodeURIComponent(name)}`);
  const members = await api.all<Contact>(`/groups/${group!.id}/contacts`);
  expect(group!.size).toBe(PEOPLE + 1);
  const wanted = [found.phone, ...known.map(({ phone }) => phone), ...unknown.map((phone) => phone.slice(1))];
  expect(members.map(({ phone }) => phone).toSorted()).toEqual(wanted.toSorted());

  await page.goto(`/groups/${group!.id}`);
  await expect(page.getByText(`${PEOPLE + 1} contacts`)).toBeVisible();
  await page.getByRole('button', { name: 'Broadcasts' }).click();
  await expect(page.getByText('No broadcast to this group yet')).toBeVisible();
  await page.getByRole('button', { name: 'Rename the group' }).click();
  await page.getByRole('textbox', { name: 'Name of the group' }).fill(`${name} <b>new</b>`);
  await page.getByRole('button', { name: 'Save name' }).click();
  await expect(page.getByRole('heading', { name: `${name} <b>new</b>` })).toBeVisible();

  await page.getByRole('button', { name: 'Delete', exact: true }).click();
  const confirm = page.getByRole('dialog');
  await expect(confirm.getByRole('radio', { name: 'They stay' })).toBeChecked();
  await confirm.getByRole('button', { name: 'Delete the group', exact: true }).click();
  await expect(page).toHaveURL(/\/groups$/);
  await expect(page.getByRole('link', { name: new RegExp(name) })).toHaveCount(0);
  await page.getByRole('status').getByRole('button', { name: /Undo/ }).click();
  await page.getByRole('searchbox', { name: 'Search' }).fill(name);
  await expect(page.getByRole('link', { name: new RegExp(name.slice(-8)) })).toBeVisible();
  expect((await api.send('GET', `/groups/${group!.id}`)).status).toBe(200);

  await page.getByRole('button', { name: new RegExp(`Actions for.*${name.slice(-8)}`) }).click();
  await page.getByRole('menuitem', { name: 'Delete…' }).click();
  await page.getByRole('button', { name: 'Delete the group', exact: true }).click();
  await expect.poll(async () => (await api.send('GET', `/groups/${group!.id}`)).status, { timeout: 20_000 }).toBe(404);
  expect((await api.send('GET', `/contacts/${found.id}`)).status).toBe(200);
});

test('a group goes with its people only when that is said, and a person is taken out with a way back', async ({
  signedIn: page,
  given,
  switchboard,
  request,
}) => {
  const api = apiOf(switchboard, request);
  const people = await many(3, (n) => given.contact({ first_name: `Goes${n}`, last_name: 'Along' }));
  const { body: group } = await api.send('POST', '/groups', { name: `Closing ${freshPhone()}` });
  for (const { id } of people) await api.send('PUT', `/groups/${group.id}/contacts/${id}`);

  await page.goto(`/groups/${group.id}`);
  await page.getByRole('button', { name: 'Actions for Goes0 Along' }).click();
  await page.getByRole('menuitem', { name: 'Take out of the group' }).click();
  const table = page.getByRole('table', { name: 'People' });
  await expect(table.getByRole('row', { name: /Goes0/ })).toHaveCount(0);
  await page.getByRole('status').getByRole('button', { name: /Undo/ }).click();
  await expect(table.getByRole('row', { name: /Goes0/ })).toBeVisible();

  await table.getByRole('checkbox', { name: 'Select Goes2 Along' }).check();
  await page.getByRole('button', { name: 'Take out…' }).click();
  await page.getByRole('button', { name: 'Take out 1 person' }).click();
  await expect(table.getByRole('row', { name: /Goes2/ })).toHaveCount(0, { timeout: 30_000 });
  const [stays] = people.splice(2);
  expect((await api.send('GET', `/contacts/${stays!.id}`)).status).toBe(200);

  await page.getByRole('button', { name: 'Delete', exact: true }).click();
  const confirm = page.getByRole('dialog');
  await confirm.getByRole('radio', { name: 'They are deleted too' }).check();
  await confirm.getByRole('button', { name: 'Delete the group and 2 contacts' }).click();
  await expect(page).toHaveURL(/\/groups$/);
  await expect(page.getByRole('status').getByText(/and its 2 contacts are deleted/)).toBeVisible();
  expect((await api.send('GET', `/groups/${group.id}`)).status).toBe(404);
  for (const { id } of people) expect((await api.send('GET', `/contacts/${id}`)).status).toBe(404);
});

test('people of a group are searched, changed together and exported', async ({
  signedIn: page,
  given,
  switchboard,
  request,
}) => {
  const api = apiOf(switchboard, request);
  const people = await many(3, (n) =>
    given.contact({ first_name: `Member${n}`, last_name: n === 1 ? 'Sought' : 'Other' }),
  );
  const { body: group } = await api.send('POST', '/groups', { name: `=Night/shift ${freshPhone()}` });
  for (const { id } of people) await api.send('PUT', `/groups/${group.id}/contacts/${id}`);

  await page.goto(`/groups/${group.id}`);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export CSV' }).click();
  const file = await download;
  expect(file.suggestedFilename()).toMatch(/^=Night shift .*\.csv$/);
  const [heads, ...lines] = (await readFile(await file.path(), 'utf8')).split('\r\n');
  expect(heads).toMatch(/^\uFEFFFirst name,Last name,Phone,/);
  const named = lines.filter(Boolean).map((line): string => line.slice(0, line.indexOf(',')));
  expect(named.toSorted()).toEqual(['Member0', 'Member1', 'Member2']);

  await page.getByRole('searchbox', { name: 'Search' }).fill('sought');
  const table = page.getByRole('table', { name: 'People' });
  await expect(table.getByRole('link', { name: /Sought/ })).toBeVisible();
  await expect(table.getByRole('link', { name: /Other/ })).toHaveCount(0);
  await expect(page).toHaveURL(/q=sought/);
  await table.getByRole('checkbox', { name: 'Select Member1 Sought' }).check();
  await page.getByRole('button', { name: 'Flag', exact: true }).click();
  await page.getByRole('button', { name: 'Flag 1 contact' }).click();
  await expect
    .poll(async () => (await api.send('GET', `/contacts/${people[1]!.id}`)).body.flagged, { timeout: 10_000 })
    .toBe(true);

  await page.goto(`/groups?q=${encodeURIComponent(group.name)}`);
  const listed = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export CSV' }).click();
  const text = await readFile(await (await listed).path(), 'utf8');
  expect(text).toMatch(/^\uFEFFName,People,Locked,Made,Last changed,Id\r\n'=Night\/shift \+\d+,3,,/);
});

test('nothing offers to change who is in a group that an integration keeps', async ({ page }) => {
  const switchboard = await startSwitchboard({ env: { SEED: '40' } });
  try {
    await signIn(page, switchboard);
    await page.goto(`${switchboard.origin}/groups?q=Client`);
    await page.getByRole('button', { name: 'Actions for Client contacts' }).click();
    await expect(page.getByText('Locked: an integration keeps who is in it')).toBeVisible();
    await expect(page.getByRole('menuitem')).toHaveText(['New broadcast']);
    await page.keyboard.press('Escape');
    await page.getByRole('link', { name: 'Client contacts' }).click();
    await page.getByRole('table', { name: 'People' }).getByRole('checkbox').nth(1).check();
    await expect(page.getByRole('button', { name: 'Tag', exact: true })).toBeVisible();
    await expect(page.getByRole('button', { name: 'Take out…' })).toHaveCount(0);
  } finally {
    await switchboard.close();
  }
});
