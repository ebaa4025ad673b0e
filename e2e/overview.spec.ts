import type { Message } from '#contract/messages.ts';
import { apiOf, many, national } from './api.ts';
import { expect, freshPhone, test } from './fixtures.ts';

test('the overview costs at most eight requests, says how fresh it is, and leads to what it counts', async ({
  signedIn: page,
  given,
  switchboard,
  request,
}) => {
  const api = apiOf(switchboard, request);
  // More wait than the inbox reads at once, and a text for tomorrow was written after one for later.
  const [soon, later] = [await given.contact({ last_name: 'Soon' }), await given.contact({ last_name: 'Later' })];
  const { sender_phone: to } = await given.message(soon, 'In a day', new Date(Date.now() + 24 * 3_600_000));
  await given.message(later, 'In a week', new Date(Date.now() + 7 * 24 * 3_600_000));
  await many(51, async () => {
    const data = { from: freshPhone(), to, content: 'Anybody there?' };
    expect((await request.post(`${switchboard.api}/carrier/inbound`, { data })).status()).toBe(201);
  });
  const unread = await api.all<Message>('/messages?last_message_to_each_contact=true&scope=unread');

  const asked: string[] = [];
  page.on('request', (sent) => {
    if (new URL(sent.url()).pathname.startsWith('/api/')) asked.push(sent.url());
  });
  await page.goto('/');
  await expect(page.getByRole('heading', { name: 'Texts per day' })).toBeVisible();
  await expect(page.getByRole('status').getByText(/^As of/)).toBeVisible();
  await expect(page.getByRole('link', { name: `Unread conversations: ${unread.length}` })).toBeVisible();
  const waiting = page.getByRole('region', { name: 'Waiting longest for an answer' }).getByRole('listitem');
  const oldest = unread.at(-1)!;
  await expect(waiting.first().getByRole('link')).toHaveAttribute('href', `/inbox/${oldest.sender_id}`);
  await expect(waiting.first()).toContainText(/waits \d+ (s|min)/);
  const going = page.getByRole('region', { name: 'Going out by itself' }).getByRole('listitem');
  const texts = await going.allInnerTexts();
  expect(texts.findIndex((text) => text.includes('Soon'))).toBeLessThan(
    texts.findIndex((text) => text.includes('Later')),
  );
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
  // What the frame asks for by itself.
  const counted = page.waitForResponse((response) => response.url().includes('scope=unread'));
  await page.goto('/settings');
  await expect(page.getByRole('heading', { name: 'Settings' })).toBeVisible();
  await page.waitForLoadState('load');
  await counted;
  const asked: string[] = [];
  page.on('request', (request) => {
    const { pathname, search } = new URL(request.url());
    if (pathname.startsWith('/api/')) asked.push(pathname + search);
  });
  const searches = () => asked.filter((address) => address.includes('q='));
  const box = page.getByRole('combobox', { name: 'Search or jump to' });

  // The first letters come before the palette itself has been fetched.
  await page.keyboard.press('Control+k');
  await page.keyboard.type('Qu');
  await expect(box).toBeFocused();
  await expect(box).toHaveValue('Qu');
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
  await expect(box).toBeHidden();

  // The name of a page is not waited for.
  await page.keyboard.press('Control+k');
  await page.keyboard.insertText('opt-outs');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL('/opt-outs');
});

test('the palette knows what was opened before a reload, and exports a list', async ({
  signedIn: page,
  given,
  switchboard,
  request,
}) => {
  const api = apiOf(switchboard, request);
  const name = `Recently ${freshPhone()}`;
  const { body: group } = await api.send('POST', '/groups', { name });
  const template = await given.template('Lately used', 'Hello');
  const kept = () => page.evaluate(() => JSON.stringify(Object.values(localStorage)));
  for (const [path, called] of [
    [`/groups/${group.id}`, name],
    [`/templates/${template.id}`, 'Lately used'],
  ] as const) {
    await page.goto(path);
    await expect.poll(kept).toContain(called);
  }
  await page.goto('/settings');
  await expect(page.getByRole('region', { name: 'In the inbox' }).getByText('Reply with a template')).toBeVisible();
  await page.keyboard.press('Control+k');
  const options = page.getByRole('listbox', { name: 'Results' }).getByRole('option');
  await expect(options.nth(0)).toHaveText(/Lately usedRecent template/);
  await expect(options.nth(1)).toHaveText(new RegExp(`${name.slice(0, 9)}.*Recent group`));
  await page.keyboard.insertText('export groups');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/groups$/);
  const download = page.waitForEvent('download');
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Export \d+ groups?$/ })
    .click();
  expect((await download).suggestedFilename()).toBe('groups.csv');
});

test('what the overview counts of the week stands behind its figures', async ({
  signedIn: page,
  switchboard,
  request,
}) => {
  const api = apiOf(switchboard, request);
  const phone = freshPhone();
  await api.send('POST', '/opt_outs', { phone });
  await page.goto('/');
  await page.getByRole('link', { name: /^Opt-outs in 7 days: \d/ }).click();
  await expect(page).toHaveURL(/show=week/);
  await expect(page.getByRole('table', { name: 'Opt-outs' }).getByText(national(phone))).toBeVisible();
  await page.goBack();
  await page.getByRole('link', { name: /^Broadcasts in 7 days/ }).click();
  await expect(page.getByRole('button', { name: 'Last 7 days', pressed: true })).toBeVisible();
  await page.goBack();
  await page.getByRole('link', { name: /requests left/ }).click();
  await expect(page.getByRole('dialog').getByText('Kept for people, not for jobs')).toBeVisible();
});
