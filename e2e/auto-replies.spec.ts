import { accountOf } from './account.ts';
import { expect, freshPhone, test } from './fixtures.ts';

test('an auto reply is written, previewed, switched on and answers who texts in', async ({
  signedIn: page,
  given,
  phone,
  switchboard,
  request,
}) => {
  const account = accountOf(switchboard, request);
  const number = freshPhone();
  await given.contact({ phone: number, first_name: 'Ines' });
  await page.goto('/auto-replies');
  await page.getByRole('button', { name: 'New auto reply' }).click();
  const dialog = page.getByRole('dialog', { name: 'New auto reply' });
  await dialog.getByRole('textbox', { name: 'Message' }).fill('Hi {{contact.first_name}}, back at 8');
  await expect(dialog.getByRole('group', { name: 'They get' })).toContainText('Hi Dana, back at 8');
  await page.reload();
  await expect(dialog.getByText('Typed before and not saved yet.')).toBeVisible();
  await dialog.getByRole('button', { name: 'Save auto reply' }).click();
  await expect(dialog).toHaveCount(0);

  const table = page.getByRole('table', { name: 'Auto replies' });
  const toggle = table.getByRole('switch', { name: 'Use “Hi {{contact.first_name}}, back at 8”' });
  await expect(toggle).not.toBeChecked();
  await expect(page.getByText('Nothing answers by itself.')).toBeVisible();
  await toggle.click({ force: true });
  await expect(page.getByRole('complementary', { name: 'In use' })).toContainText('Hi Dana, back at 8');
  await expect
    .poll(async () =>
      (await account.get('/api/auto_replies')).filter((reply: { is_active: boolean }) => reply.is_active),
    )
    .toHaveLength(1);
  await given.inbound(number, 'Anybody there?');
  await expect.poll(async () => (await phone(number)).map(({ content }) => content)).toEqual(['Hi Ines, back at 8']);

  await table.getByRole('link', { name: /Hi/ }).click();
  const edit = page.getByRole('dialog', { name: 'Edit auto reply' });
  await edit.getByRole('textbox', { name: 'Message' }).fill('Closed');
  await edit.getByRole('button', { name: 'Save auto reply' }).click();
  await expect(edit).toHaveCount(0);
  await expect(table.getByRole('switch', { name: 'Use “Closed”' })).toBeChecked();
  await table.getByRole('switch', { name: 'Use “Closed”' }).click({ force: true });
  await expect(page.getByText('Nothing answers by itself.')).toBeVisible();
  await table.getByRole('button', { name: 'Actions for “Closed”' }).click();
  await page.getByRole('menuitem', { name: 'Delete' }).click();
  await expect(page.getByText('No auto replies yet')).toBeVisible();
  await page.goto('/auto-replies');
  await expect.poll(() => account.get('/api/auto_replies')).toEqual([]);
});
