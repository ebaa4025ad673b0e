import { expect, freshPhone, test } from './fixtures.ts';

test('c copies the newest text; on a phone the contact lies over the thread, and Back leads from one to the other', async ({
  signedIn: page,
  given,
}) => {
  const number = freshPhone();
  const contact = await given.contact({ phone: number, first_name: 'Ottilie' });
  await given.inbound(number, 'Which door?');
  await page.goto('/inbox');
  await page
    .getByRole('list', { name: 'Conversations' })
    .getByRole('link', { name: /^Ottilie/ })
    .click();
  const log = page.getByRole('log', { name: /Ottilie/ });
  await expect(log.getByText('Which door?')).toBeVisible();
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.keyboard.press('c');
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe('Which door?');

  await page.setViewportSize({ width: 375, height: 800 });
  await page.getByRole('button', { name: 'Show contact' }).click();
  const drawer = page.getByRole('dialog', { name: 'Contact' });
  await expect(drawer.getByText('Can be texted')).toBeVisible();
  await page.goBack();
  await expect(drawer).toHaveCount(0);
  await expect(page).toHaveURL(new RegExp(`/inbox/${contact.id}$`));
  await page.getByRole('button', { name: 'Show contact' }).click();
  await drawer.getByRole('button', { name: 'Close' }).click();
  await expect(drawer).toHaveCount(0);
  await page.goBack();
  await expect(page, 'closing leaves no step behind').toHaveURL(/\/inbox$/);
});
