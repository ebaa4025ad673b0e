import { expect, freshPhone, test } from './fixtures.ts';

test('phones receive, answer, send STOP, fail and are switched off, several at once', async ({
  signedIn: page,
  given,
  phone,
}) => {
  const [ann, ben] = [
    await given.contact({ first_name: 'Ann', last_name: 'Able', phone: freshPhone() }),
    await given.contact({ first_name: 'Ben', last_name: 'Bold', phone: freshPhone() }),
  ];
  await page.goto(`/simulator?phones=${ann.phone},${ben.phone}`);
  const screens = {
    ann: page.getByRole('log', { name: 'Phone of Ann Able' }),
    ben: page.getByRole('log', { name: 'Phone of Ben Bold' }),
  };
  await given.message(ann, 'Hello Ann');
  await expect(screens.ann.getByText('Hello Ann')).toBeVisible();

  await page.getByRole('combobox', { name: 'State of the phone of Ben Bold' }).selectOption('Switched off');
  await expect(page.getByRole('textbox', { name: 'Text from Ben Bold' })).toBeDisabled();
  await given.message(ben, 'Hello Ben');
  await page.getByRole('textbox', { name: 'What all phones send' }).fill('We are both in');
  await page.getByRole('combobox', { name: 'State of the phone of Ben Bold' }).selectOption('On');
  await expect(screens.ben.getByText('Hello Ben')).toBeVisible();
  await page.getByRole('button', { name: 'Send from all 2 phones' }).click();
  await expect(screens.ann.getByText('We are both in')).toBeVisible();
  await expect(screens.ben.getByText('We are both in')).toBeVisible();

  await page.getByRole('region', { name: 'Ann Able' }).getByRole('button', { name: 'STOP' }).click();
  await expect(screens.ann.getByText(/opted out|unsubscribed/i)).toBeVisible();
  const failing = page.waitForResponse(
    (reply) => reply.url().includes('/phones/') && reply.request().method() === 'PUT',
  );
  await page.getByRole('combobox', { name: 'State of the phone of Ben Bold' }).selectOption('Fails');
  await failing;
  await given.message(ben, 'Lost on the way');
  await page.getByRole('link', { name: 'Conversation with Ben Bold' }).click();
  const log = page.getByRole('log', { name: /Messages with Ben Bold/ });
  await expect(log.getByText('We are both in')).toBeVisible();
  await expect(log.getByText(/could not be reached|Failed|Not delivered/).first()).toBeVisible();
  expect((await phone(`+${ben.phone}`)).map(({ content }) => content)).toEqual(['Hello Ben']);
});

test('a busy day goes on while the inbox is looked at', async ({ signedIn: page }) => {
  const number = freshPhone();
  await page.goto('/simulator');
  await page.getByRole('textbox', { name: 'Number of the phone' }).fill('12');
  await page.getByRole('button', { name: 'Add a phone' }).click();
  await expect(page.getByText(/Too short/)).toBeVisible();
  await page.getByRole('textbox', { name: 'Number of the phone' }).fill(number);
  await page.getByRole('button', { name: 'Add a phone' }).click();
  await expect(page.getByText('Not a contact yet')).toBeVisible();
  await page.getByRole('button', { name: 'Play a busy day' }).click();
  await page.getByRole('link', { name: 'watch the inbox' }).click();
  const row = page.getByRole('list', { name: 'Conversations' }).getByRole('link').first();
  await expect(row).toContainText('Running 10 minutes late');
  await page.goBack();
  await page.getByRole('button', { name: 'Stop the day' }).click();
  await expect(page.getByRole('button', { name: 'Play a busy day' })).toBeVisible();
});
