import { apiOf, national } from './api.ts';
import { expect, test } from './fixtures.ts';

test('a number is blocked, found as people type it, and unblocked, with the reasons kept', async ({
  signedIn: page,
  given,
  switchboard,
  request,
}) => {
  const api = apiOf(switchboard, request);
  const contact = await given.contact({ first_name: 'Bruno' });
  const write = () =>
    api.send('POST', '/messages', { sender: 'demo@switchboard.test', receiver: String(contact.id), content: 'Hi' });

  const inbox = await page.context().newPage();
  await inbox.goto(`/inbox/${contact.id}`);
  await expect(inbox.getByText('Live', { exact: true })).toBeVisible();
  const obstacle = inbox.getByText(/is blocked and can.t be texted/);

  await page.goto('/blocked-numbers');
  await page.getByRole('button', { name: 'Block a number' }).click();
  const dialog = page.getByRole('dialog', { name: 'Block a number' });
  await dialog.getByRole('textbox', { name: 'Phone' }).fill('12');
  await dialog.getByRole('button', { name: 'Block', exact: true }).click();
  await expect(dialog.getByText(/Too short/)).toBeVisible();
  await dialog.getByRole('textbox', { name: 'Phone' }).fill(national(contact.phone));
  await expect(dialog.getByRole('link', { name: 'Bruno' })).toBeVisible();
  await dialog.getByRole('textbox', { name: 'Reason' }).fill('Threats');
  await dialog.getByRole('button', { name: 'Block', exact: true }).click();
  await expect(dialog).toHaveCount(0);
  expect((await write()).status).toBe(422);
  await expect(obstacle).toBeVisible();
  await expect
    .poll(async () => (await api.send('GET', `/contacts/${contact.id}`)).body.notes)
    .toMatch(/Blocked: Threats$/);

  await page.getByRole('button', { name: 'Block a number' }).click();
  await dialog.getByRole('textbox', { name: 'Phone' }).fill(contact.phone);
  await dialog.getByRole('button', { name: 'Block', exact: true }).click();
  await expect(dialog.getByText('This number is blocked already.')).toBeVisible();
  await dialog.getByRole('button', { name: 'Cancel' }).click();

  await page.getByRole('searchbox', { name: 'Search' }).fill(national(contact.phone).slice(1, -2));
  const row = page.getByRole('table', { name: 'Blocked numbers' }).getByRole('row', { name: national(contact.phone) });
  await expect(page).toHaveURL(/[?&]q=/);
  await expect(page.locator('[aria-busy=true]')).toHaveCount(0);
  await expect(row).toBeVisible();
  await row.getByRole('button', { name: /^Actions for/ }).click();
  await page.getByRole('menuitem', { name: 'Who it is, and why' }).click();
  await expect(page.getByRole('region', { name: 'Why' }).getByText('Threats')).toBeVisible();
  await page.keyboard.press('Escape');
  await row.getByRole('button', { name: /^Actions for/ }).click();
  await page.getByRole('menuitem', { name: 'Unblock…' }).click();
  await page.getByRole('button', { name: 'Unblock', exact: true }).click();
  await expect(page.getByText('Say why it may text again')).toBeVisible();
  await page.getByRole('textbox', { name: 'Reason' }).fill('Apologised');
  await page.getByRole('button', { name: 'Unblock', exact: true }).click();
  await expect(row).toHaveCount(0);
  expect((await write()).status).toBeLessThan(300);
  await expect(obstacle).toHaveCount(0);
  await expect
    .poll(async () => (await api.send('GET', `/contacts/${contact.id}`)).body.notes)
    .toMatch(/Unblocked: Apologised$/);
});
