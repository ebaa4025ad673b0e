import { accountOf } from './account.ts';
import { expect, test } from './fixtures.ts';

test('at most one signature is in use, what it costs is told, and texts carry it', async ({
  signedIn: page,
  given,
  phone,
  switchboard,
  request,
}) => {
  const account = accountOf(switchboard, request);
  const contact = await given.contact();
  const [first, second] = [`Maya ${contact.id}`, `Northgate ${contact.id}`];
  await page.goto('/signatures');
  for (const text of [first, second]) {
    await page.getByRole('button', { name: 'New signature' }).click();
    const dialog = page.getByRole('dialog', { name: 'New signature' });
    await dialog.getByRole('textbox', { name: 'Signature' }).fill(text);
    await expect(dialog.getByText(`Adds ${text.length + 1} characters`)).toBeVisible();
    if (text === second) {
      // Closing loses nothing.
      await dialog.getByRole('button', { name: 'Cancel' }).click();
      await page.getByRole('button', { name: 'New signature' }).click();
      await expect(dialog.getByRole('textbox', { name: 'Signature' })).toHaveValue(text);
    }
    await dialog.getByRole('switch', { name: 'Use it from now on' }).setChecked(text === first, { force: true });
    await dialog.getByRole('button', { name: 'Save signature' }).click();
    await expect(dialog).toHaveCount(0);
  }
  const table = page.getByRole('table', { name: 'Signatures' });
  const one = table.getByRole('switch', { name: `Use “${first}”` });
  const other = table.getByRole('switch', { name: `Use “${second}”` });
  await expect(one).toBeChecked();

  await other.click({ force: true });
  await expect(one).not.toBeChecked();
  await expect(page.getByRole('complementary', { name: 'In use' })).toContainText(second);
  await expect
    .poll(async () => {
      const all: { content: string; is_active: boolean }[] = await account.get('/api/message_signatures?per_page=100');
      return all.filter(({ is_active }) => is_active).map(({ content }) => content);
    })
    .toEqual([second]);
  await given.message(contact, 'Hello');
  await expect
    .poll(async () => (await phone(`+${contact.phone}`)).map(({ content }) => content))
    .toEqual([`Hello\n${second}`]);

  // Refused, as it is gone: the switch goes back and says why.
  const all: { id: number; content: string }[] = await account.get('/api/message_signatures?per_page=100');
  await account.delete(`/api/message_signatures/${all.find(({ content }) => content === first)!.id}`);
  await one.click({ force: true });
  await expect(page.getByText(/^Not switched: /)).toBeVisible();
  await expect(other).toBeChecked();

  await table.getByRole('button', { name: `Actions for “${second}”` }).click();
  await page.getByRole('menuitem', { name: 'Delete' }).click();
  await expect(other).toHaveCount(0);
  await page.getByRole('status').getByRole('button', { name: /Undo/ }).click();
  await expect(other).toBeChecked();
  await other.click({ force: true });
  await expect(page.getByText('No signature is in use.')).toBeVisible();

  await table.getByRole('link', { name: second }).click();
  const edit = page.getByRole('dialog', { name: 'Edit signature' });
  await edit.getByRole('textbox', { name: 'Signature' }).fill(`${second} Ltd`);
  await edit.getByRole('button', { name: 'Save signature' }).click();
  await expect(edit).toHaveCount(0);
  await table.getByRole('button', { name: `Actions for “${second} Ltd”` }).click();
  await page.getByRole('menuitem', { name: 'Delete' }).click();
  await expect(table.getByText(`${second} Ltd`)).toHaveCount(0);
  await page.goto('/signatures');
  await expect.poll(() => account.get('/api/message_signatures?per_page=100')).toEqual([]);
});
