import type { Message } from '#contract/messages.ts';
import { apiOf } from './api.ts';
import { draftsOnDevice } from './drafts.ts';
import { expect, freshPhone, test } from './fixtures.ts';

test('a text goes out, arrives on the phone and is shown as delivered', async ({ signedIn: page, given, phone }) => {
  const contact = await given.contact({ first_name: 'Dana', last_name: 'Reyes' });
  await page.goto(`/inbox/${contact.id}`);
  await page.getByRole('textbox', { name: 'Message' }).fill('Are you free on Thursday?');
  await page.getByRole('button', { name: 'Send', exact: true }).click();

  const log = page.getByRole('log', { name: /Messages with Dana Reyes/ });
  await expect(log.getByText('Are you free on Thursday?')).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Message' })).toHaveValue('');
  await expect
    .poll(async () => (await phone(`+${contact.phone}`)).map(({ content }) => content), { timeout: 15_000 })
    .toEqual(['Are you free on Thursday?']);
  await expect(log.getByText('Delivered')).toBeVisible();
});

test('Undo takes a text back before it goes out, and puts it back into the box', async ({
  signedIn: page,
  given,
  phone,
}) => {
  const contact = await given.contact({ first_name: 'Uma' });
  await page.goto(`/inbox/${contact.id}`);
  await page.getByRole('textbox', { name: 'Message' }).fill('Too early');
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await page.getByRole('status').getByRole('button', { name: /Undo/ }).click();
  await expect(page.getByRole('textbox', { name: 'Message' })).toHaveValue('Too early');
  await expect(page.getByRole('log').getByText('Too early')).toHaveCount(0);
  expect(await phone(`+${contact.phone}`)).toEqual([]);
});

test('an inbound text appears by itself, in the open thread and on top of the list', async ({
  signedIn: page,
  given,
}) => {
  const number = freshPhone();
  const contact = await given.contact({ phone: number, first_name: 'Ines', last_name: 'Okafor' });
  await given.message(contact, 'Hello Ines');
  await page.goto(`/inbox/${contact.id}`);
  const log = page.getByRole('log', { name: /Messages with Ines Okafor/ });
  await expect(log.getByText('Hello Ines')).toBeVisible();

  await given.inbound(number, 'Thursday works for me');
  await expect(log.getByText('Thursday works for me')).toBeVisible();
  const first = page.getByRole('list', { name: 'Conversations' }).getByRole('link').first();
  await expect(first).toHaveAccessibleName(/^Ines Okafor/);
  await expect(first).toContainText('Thursday works for me');
});

test('a text scheduled three seconds ahead goes out by itself', async ({ signedIn: page, given, phone }) => {
  const contact = await given.contact({ first_name: 'Sol' });
  await given.message(contact, 'Going out later', new Date(Date.now() + 3_000));
  await page.goto(`/inbox/${contact.id}`);
  const log = page.getByRole('log');
  await expect(log.getByText('Going out later')).toBeVisible();
  await expect.poll(async () => (await phone(`+${contact.phone}`)).length, { timeout: 15_000 }).toBe(1);
  await expect(log.getByText('Delivered')).toBeVisible();
});

test('a text is scheduled from the composer and can be cancelled', async ({
  signedIn: page,
  given,
  phone,
  switchboard,
  request,
}) => {
  const contact = await given.contact({ first_name: 'Tess' });
  await page.goto(`/inbox/${contact.id}`);
  await page.getByRole('textbox', { name: 'Message' }).fill('See you tomorrow');
  await page.getByRole('button', { name: 'Schedule', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog
    .getByLabel(/when|date|time/i)
    .first()
    .fill('2030-01-15T09:30');
  await dialog.getByRole('button', { name: /^Schedule/ }).click();
  const log = page.getByRole('log');
  await expect(log.getByText('See you tomorrow')).toBeVisible();
  await expect(log.getByText(/Scheduled/).first()).toBeVisible();
  await log.getByRole('button', { name: /Cancel/ }).click();
  await expect(log.getByText('See you tomorrow')).toHaveCount(0);
  await page.goto('/inbox');
  const api = apiOf(switchboard, request);
  await expect.poll(() => api.all(`/messages/${contact.id}`)).toEqual([]);
  expect(await phone(`+${contact.phone}`)).toEqual([]);
});

test('a reload keeps the place and the draft, and Back returns to the conversation before', async ({
  signedIn: page,
  given,
}) => {
  const [ann, ben] = [await given.contact({ first_name: 'Ann' }), await given.contact({ first_name: 'Ben' })];
  await given.message(ann, 'Hello Ann');
  await given.message(ben, 'Hello Ben');
  await page.goto('/inbox');
  const list = page.getByRole('list', { name: 'Conversations' });
  await list.getByRole('link', { name: /^Ann/ }).first().click();
  await expect(page.getByRole('log', { name: /Ann/ }).getByText('Hello Ann')).toBeVisible();
  await page.getByRole('textbox', { name: 'Message' }).fill('Half a thought');
  await list.getByRole('link', { name: /^Ben/ }).first().click();
  await expect(page.getByRole('log', { name: /Ben/ }).getByText('Hello Ben')).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Message' })).toHaveValue('');

  // A second of typing may be lost, no more.
  await expect.poll(() => draftsOnDevice(page)).toContain('Half a thought');
  await page.reload();
  await expect(page.getByRole('log', { name: /Ben/ }).getByText('Hello Ben')).toBeVisible();
  await page.goBack();
  await expect(page.getByRole('log', { name: /Ann/ }).getByText('Hello Ann')).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Message' })).toHaveValue('Half a thought');
});

test('opening does not mark as read; e does', async ({ signedIn: page, given }) => {
  const number = freshPhone();
  await given.contact({ phone: number, first_name: 'Rhea' });
  await given.inbound(number, 'Any news?');
  await page.goto('/inbox?scope=unread');
  const row = page.getByRole('list', { name: 'Conversations' }).getByRole('link', { name: /^Rhea/ });
  await row.click();
  await expect(page.getByRole('log').getByText('Any news?')).toBeVisible();
  await expect(row).toBeVisible();
  await page.getByRole('log').click();
  await page.keyboard.press('e');
  await expect(row).toHaveCount(0);
});

test('older texts come while one reads up, and neither they nor a new one move what is read', async ({
  signedIn: page,
  given,
  switchboard,
  request,
}) => {
  const number = freshPhone();
  const contact = await given.contact({ phone: number, first_name: 'Lena' });
  for (let n = 0; n < 65; n += 1) await given.message(contact, `Text ${n} ${'is a long one, '.repeat(n % 9)}`);
  const { all } = apiOf(switchboard, request);
  const states = async () => new Set((await all<Message>(`/messages/${contact.id}`)).map(({ status }) => status));
  await expect.poll(states).toEqual(new Set(['delivered']));
  await page.goto(`/inbox/${contact.id}`);
  const log = page.getByRole('log', { name: /Lena/ });
  await expect(log.getByText(/^Text/).first()).toBeVisible();
  const height = () => log.evaluate((box) => box.scrollHeight);
  /** Where the text in the middle stands, in pixels from the top of the window. */
  const middle = () =>
    log.evaluate((box) => {
      const { top } = box.getBoundingClientRect();
      const texts = [...box.querySelectorAll('[id^=text-]')].map((text) => ({
        id: text.id,
        at: text.getBoundingClientRect(),
      }));
      const found = texts.find(({ at }) => at.bottom > top + box.clientHeight / 2);
      return { id: found?.id ?? '', y: Math.round(found?.at.top ?? 0) };
    });
  const standsAt = (id: string) =>
    page.locator(`#${id}`).evaluate((text) => Math.round(text.getBoundingClientRect().top));

  const before = await height();
  await log.evaluate((box) => (box.scrollTop = box.clientHeight - box.scrollHeight + 300));
  const { id, y } = await middle();
  await expect.poll(height).toBeGreaterThan(before + 100);
  await expect(log.getByText('Loading older texts…')).toHaveCount(0);
  expect(await standsAt(id)).toBe(y);

  await given.inbound(number, 'Something new');
  const pill = page.getByRole('button', { name: '1 new message' });
  await expect(pill).toBeVisible();
  expect(await standsAt(id)).toBe(y);
  await pill.click();
  await expect(log.getByText('Something new')).toBeInViewport();
  await expect(pill).toHaveCount(0);
});
