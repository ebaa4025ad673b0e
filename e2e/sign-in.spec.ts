import { expect, test } from './fixtures.ts';
import { demo } from './switchboard.ts';

test('a wrong key says so and keeps the username', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('textbox', { name: 'Username' }).fill('someone@example.test');
  await page.getByRole('textbox', { name: 'Password or API key' }).fill('wrong');
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByRole('alert')).toContainText(/username|key/i);
  await expect(page.getByRole('textbox', { name: 'Username' })).toHaveValue('someone@example.test');
  await expect(page.getByRole('textbox', { name: 'Username' })).toBeVisible();
});

test('signing in leads to the page that was asked for, and a reload stays signed in', async ({ page }) => {
  await page.goto('/contacts?q=nobody');
  await page.getByRole('textbox', { name: 'Username' }).fill(demo.username);
  await page.getByRole('textbox', { name: 'Password or API key' }).fill(demo.password);
  await page.getByRole('textbox', { name: 'Password or API key' }).press('Enter');
  await expect(page).toHaveURL(/\/contacts\?q=nobody/);
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible();
  await expect(page).toHaveURL(/\/contacts\?q=nobody/);
});

test('the demo can be explored without typing, and signing out ends the session everywhere', async ({
  page,
  context,
}) => {
  await page.goto('/');
  await page.getByRole('button', { name: 'Explore the demo' }).click();
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible();
  const [cookie] = await context.cookies();
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Strict' });

  await page.getByRole('button', { name: /account/i }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await expect(page.getByRole('button', { name: 'Sign in', exact: true })).toBeVisible();

  if (cookie) await context.addCookies([cookie]);
  expect((await page.request.get('/api/contacts')).status(), 'the old cookie').toBe(401);
});
