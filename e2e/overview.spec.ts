import { national } from './api.ts';
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

test('the palette asks for nothing before three letters, then once, and Enter opens the person’s thread', async ({
  signedIn: page,
  given,
}) => {
  const [first, second] = [
    await given.contact({ first_name: 'Quirin', last_name: 'Zebedee' }),
    await given.contact({ first_name: 'Quirina', last_name: 'Abel' }),
  ];
  await page.goto('/settings');
  await expect(page.getByRole('heading', { name: 'Settings' })).toBeVisible();
  await page.waitForLoadState('load');
  const asked: string[] = [];
  page.on('request', (request) => {
    const { pathname, search } = new URL(request.url());
    if (pathname.startsWith('/api/')) asked.push(pathname + search);
  });
  const searches = () => asked.filter((address) => address.includes('q='));
  const box = page.getByRole('combobox', { name: 'Search or jump to' });

  await page.keyboard.press('Control+k');
  await expect(box).toBeFocused();
  await page.keyboard.type('Qu');
  await expect(page.getByText('Nothing is called “Qu”.')).toBeVisible();
  expect(asked).toEqual([]);
  // Enter right behind the last letter waits for what is found.
  await page.keyboard.insertText('irin Zeb');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(`/inbox/${first.id}`);
  await expect(page.getByRole('log', { name: /Quirin Zebedee/ })).toBeVisible();
  expect(searches()).toEqual([expect.stringMatching(/^\/api\/contacts\?.*q=Quirin(\+|%20)Zeb/)]);

  // The number as people write it, and a second of that name by an arrow: two keys behind the last letter.
  await page.keyboard.press('Control+k');
  await page.keyboard.insertText('Quirin');
  await expect(page.getByRole('option', { name: /^Quirin/ })).toHaveCount(2);
  const at = await page.getByRole('option').allInnerTexts();
  if (at.findIndex((text) => text.includes('Abel')) === 1) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(`/inbox/${second.id}`);
  await page.keyboard.press('Control+k');
  await page.keyboard.insertText(national(first.phone));
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(`/inbox/${first.id}`);
  expect(searches()).toHaveLength(3);

  // The name of a page is not waited for.
  await page.keyboard.press('Control+k');
  await page.keyboard.insertText('opt-outs');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL('/opt-outs');
});
