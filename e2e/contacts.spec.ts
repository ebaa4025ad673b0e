import { apiOf, national } from './api.ts';
import { expect, freshPhone, test } from './fixtures.ts';

test('a search finds a contact by the number as people type it and survives a reload', async ({
  signedIn: page,
  given,
}) => {
  const contact = await given.contact({ first_name: 'Zoë', last_name: 'Quist' });
  await page.goto('/contacts');
  await page.getByRole('searchbox', { name: 'Search' }).fill(national(contact.phone));
  const row = page.getByRole('table', { name: 'Contacts' }).getByRole('row', { name: /Zoë Quist/ });
  await expect(row).toBeVisible();
  await expect(page).toHaveURL(/q=/);
  await page.reload();
  await expect(row).toBeVisible();
  await row.getByRole('link', { name: 'Zoë Quist' }).click();
  await expect(page.getByRole('heading', { name: 'Zoë Quist' })).toBeVisible();
  await page.goBack();
  await expect(row).toBeVisible();
});

test('a contact is made with the number as typed; a second with the same number is refused and nothing typed is lost', async ({
  signedIn: page,
}) => {
  const number = national(freshPhone());
  for (const name of ['Mara', 'Twice']) {
    await page.goto('/contacts');
    await page.getByRole('button', { name: 'New contact' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: 'First name' }).fill(name);
    await dialog.getByRole('textbox', { name: 'Phone' }).fill(number);
    // Who has the number is told before it is saved.
    if (name === 'Twice') await expect(dialog.getByRole('link', { name: 'Open Mara' })).toBeVisible();
    await dialog.getByRole('button', { name: /^Save/ }).click();
    if (name === 'Mara') await expect(dialog).toHaveCount(0);
  }
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText(/already/)).toBeVisible();
  await expect(dialog.getByRole('textbox', { name: 'First name' })).toHaveValue('Twice');
  await expect(dialog.getByRole('textbox', { name: 'Phone' })).toHaveValue(number);
});

test('a contact is edited and deleted, with a way back', async ({ signedIn: page, given, switchboard, request }) => {
  const contact = await given.contact({ first_name: 'Old', last_name: 'Name' });
  await page.goto(`/contacts/${contact.id}`);
  await page.getByRole('button', { name: 'Edit' }).click();
  await page.getByRole('dialog').getByRole('textbox', { name: 'First name' }).fill('New');
  await page.getByRole('dialog').getByRole('button', { name: /^Save/ }).click();
  await expect(page.getByRole('heading', { name: 'New Name', exact: true })).toBeVisible();

  await page.getByRole('button', { name: /^Delete/ }).click();
  await page.getByRole('status').getByRole('button', { name: /Undo/ }).click();
  await page.goto(`/contacts/${contact.id}`);
  await expect(page.getByRole('heading', { name: 'New Name', exact: true })).toBeVisible();

  // Whoever leaves before the time to undo is over meant it.
  await page.getByRole('button', { name: /^Delete/ }).click();
  await expect(page.getByRole('status').getByRole('button', { name: /Undo/ })).toBeVisible();
  await page.goto('/contacts');
  const api = apiOf(switchboard, request);
  await expect.poll(async () => (await api.send('GET', `/contacts/${contact.id}`)).status).toBe(404);
});

test('the sort and the page are in the address, and Back returns to them', async ({ signedIn: page, given }) => {
  await Promise.all(
    Array.from({ length: 30 }, (_, n) => given.contact({ last_name: `Aa${n}`, business_name: 'Paging Ltd' })),
  );
  await page.goto('/contacts?q=Paging+Ltd');
  const table = page.getByRole('table', { name: 'Contacts' });
  await expect(table.getByRole('row')).toHaveCount(26);
  await page.getByRole('navigation', { name: 'Pages' }).getByRole('button', { name: /Next/ }).click();
  await expect(table.getByRole('row')).toHaveCount(6);
  await expect(page).toHaveURL(/page=2/);
  await page.goBack();
  await expect(table.getByRole('row')).toHaveCount(26);
});

test('what people type is text, never markup', async ({ signedIn: page, given }) => {
  const contact = await given.contact({
    first_name: '<img src=x onerror="document.title=`hit`">',
    last_name: '‮gnp.exe',
    business_name: '=HYPERLINK("http://evil.test")',
    tags: ['<script>'],
  });
  await given.change(contact, { notes: 'x'.repeat(10_000) });
  for (const path of [`/contacts?q=${contact.phone}`, `/contacts/${contact.id}`, `/inbox/${contact.id}`]) {
    await page.goto(path);
    await expect(page.getByText('<img src=x').first()).toBeVisible();
    expect(await page.title()).not.toBe('hit');
    expect(await page.locator('img[src="x"]').count()).toBe(0);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), path).toBe(true);
  }
});

test('columns are chosen, people found by tag and group, and those selected become a broadcast', async ({
  signedIn: page,
  given,
}) => {
  const tag = `crew ${freshPhone()}`;
  const people = await Promise.all(
    Array.from({ length: 27 }, (_, n) => given.contact({ first_name: 'Ada', last_name: `Found${n}`, tags: [tag] })),
  );
  await given.contact({ first_name: 'Ada', last_name: 'Other', tags: ['crew'] });
  await given.change(people[3]!, { flagged: true });
  const table = page.getByRole('table', { name: 'Contacts' });
  const filters = page.getByRole('region', { name: 'Filters' });

  await page.goto('/contacts');
  await page.getByRole('button', { name: 'Columns' }).click();
  const chooser = page.getByRole('dialog', { name: 'Columns' });
  await chooser.getByRole('checkbox', { name: 'Type' }).check();
  await chooser.getByRole('checkbox', { name: 'Business' }).uncheck();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Columns' })).toBeFocused();
  await page.reload();
  await expect(table.getByRole('columnheader', { name: 'Type' })).toBeVisible();
  await expect(table.getByRole('columnheader', { name: 'Business' })).toHaveCount(0);

  await page.getByRole('button', { name: 'Filter' }).click();
  await page.getByRole('dialog', { name: 'Filter' }).getByRole('combobox', { name: 'Tag' }).fill(tag);
  await page.getByRole('option', { name: tag }).click();
  await expect(filters.getByText(/27 found among/)).toBeVisible();
  await page.keyboard.press('Escape');
  await page.getByRole('checkbox', { name: 'Select all on this page' }).check();
  await page.getByRole('button', { name: 'Select all 27 that match' }).click();
  await page.getByRole('button', { name: 'New broadcast' }).click();
  const making = page.getByRole('dialog', { name: 'New broadcast to 27 contacts' });
  await making.getByRole('textbox', { name: 'Name of the group' }).fill(`All of ${tag}`);
  await making.getByRole('button', { name: 'Make the group' }).click();
  await expect(page).toHaveURL(/\/broadcasts\/new/, { timeout: 60_000 });
  await expect(page.getByText(/27 people in 1 group/)).toBeVisible();

  // The group together with a scope, which the service can't filter by.
  await page.goto('/contacts?scope=flagged');
  await page.getByRole('button', { name: 'Filter' }).click();
  await page.getByRole('dialog', { name: 'Filter' }).getByRole('combobox', { name: 'Group' }).fill(`All of ${tag}`);
  await page.getByRole('option', { name: `All of ${tag}` }).click();
  await expect(filters.getByText(/1 found among 27 contacts/)).toBeVisible();
  await page.keyboard.press('Escape');

  await given.message(people[3]!, 'Are you there?');
  await table.getByRole('link', { name: 'Ada Found3' }).click();
  await expect(page.getByRole('region', { name: 'Recent texts' }).getByText('Are you there?')).toBeVisible();
  const groups = page.getByRole('region', { name: 'Groups' });
  await groups.getByRole('button', { name: /^Find which they are in/ }).click();
  await expect(groups.getByRole('link', { name: `All of ${tag}` })).toBeVisible();
});
