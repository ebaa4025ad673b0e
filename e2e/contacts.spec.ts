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
