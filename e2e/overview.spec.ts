import { expect, freshPhone, test } from './fixtures.ts';

test('the overview costs at most eight requests, says how fresh it is, and leads to what it counts', async ({
  signedIn: page,
  given,
}) => {
  const number = freshPhone();
  await given.contact({ phone: number, first_name: 'Olive', last_name: 'Waits' });
  await given.inbound(number, 'Anybody there?');
  const asked: string[] = [];
  page.on('request', (request) => {
    if (new URL(request.url()).pathname.startsWith('/api/')) asked.push(request.url());
  });
  await page.goto('/');
  await expect(page.getByRole('heading', { name: 'Texts per day' })).toBeVisible();
  await expect(page.getByRole('status').getByText(/^As of/)).toBeVisible();
  expect(asked.length).toBeLessThanOrEqual(8);
  await page.getByRole('button', { name: 'Show as a table' }).click();
  await expect(page.getByRole('table', { name: 'Texts per day' }).getByRole('row')).toHaveCount(8);
  await page.getByRole('link', { name: /^Unread conversations/ }).click();
  await expect(page).toHaveURL(/scope=unread/);
});

test('the palette asks for nothing before three letters, and Enter opens the person’s thread', async ({
  signedIn: page,
  given,
}) => {
  const contact = await given.contact({ first_name: 'Quirin', last_name: 'Zebedee' });
  await page.goto('/settings');
  await expect(page.getByRole('heading', { name: 'Settings' })).toBeVisible();
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('combobox', { name: 'Search or jump to' })).toBeFocused();
  const asked: string[] = [];
  page.on('request', (request) => {
    if (new URL(request.url()).searchParams.get('q')) asked.push(request.url());
  });
  await page.keyboard.type('Qu');
  await expect(page.getByText('Nothing is called “Qu”.')).toBeVisible();
  expect(asked).toEqual([]);
  await page.keyboard.type('irin');
  await expect(page.getByRole('option', { name: /Quirin Zebedee/ })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(`/inbox/${contact.id}`);
});
