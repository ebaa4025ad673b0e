import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { startSwitchboard } from './switchboard.ts';

const guests = Array.from({ length: 50 }, (_, n) => `Guest,Number ${n + 1},(303) 555-2${100 + n}`);
const csv = Buffer.from(`First name,Last name,Phone\n${guests.join('\n')}\n`);
const first = { name: 'Guest Number 1', phone: '(303) 555-2100' };

const go = (page: Page, name: string | RegExp) =>
  page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name }).click();

// What the README promises to somebody who has nothing but it and a browser: by what stands on the screen, nothing else.
test('on the first day somebody answers, makes a group, imports, schedules, sees an opt-out and its web hook', async ({
  page,
}) => {
  // Starts a server of its own, and imports.
  test.slow();
  const switchboard = await startSwitchboard({ env: { SEED: '40' } });
  const broken: string[] = [];
  page.on('pageerror', ({ message }) => broken.push(message));
  try {
    await test.step('the demo is entered without typing', async () => {
      await page.goto(switchboard.origin);
      await page.getByRole('button', { name: 'Explore the demo' }).click();
      await expect(page.getByRole('heading', { name: 'Overview' })).toBeVisible();
    });

    await test.step('who has waited longest gets an answer', async () => {
      const waiting = page.getByRole('region', { name: 'Waiting longest for an answer' });
      await waiting.getByRole('listitem').first().getByRole('link').click();
      await page.getByRole('textbox', { name: 'Message' }).fill('Thanks, see you there.');
      await page.getByRole('button', { name: 'Send', exact: true }).click();
      await expect(page.getByRole('log').getByText('Thanks, see you there.')).toBeVisible();
      await expect(page.getByRole('status').getByText(/^Text to .+ is going out/)).toBeVisible();
    });

    await test.step('a group is made', async () => {
      await go(page, 'Groups');
      await page.getByRole('button', { name: 'New group' }).click();
      await page.getByRole('textbox', { name: 'Name' }).fill('Open house');
      await page.getByRole('button', { name: 'Save group' }).click();
      const dialog = page.getByRole('dialog', { name: 'Add people to the group' });
      await dialog.getByRole('button', { name: 'Cancel' }).click();
      await expect(page.getByText('Nobody is in this group yet')).toBeVisible();
    });

    await test.step('fifty people are imported into it', async () => {
      await go(page, 'Contacts');
      await page.getByRole('link', { name: 'Import CSV' }).click();
      await page.getByLabel('CSV file').setInputFiles({ name: 'guests.csv', mimeType: 'text/csv', buffer: csv });
      await page.getByRole('combobox', { name: 'Group' }).click();
      await page.getByRole('option', { name: 'Open house' }).click();
      await page.getByRole('button', { name: 'Check', exact: true }).click();
      await page.getByRole('button', { name: 'Import 50 contacts' }).click();
      await expect(page.getByRole('button', { name: 'Done 50' })).toBeVisible({ timeout: 90_000 });
    });

    await test.step('they are to get a broadcast tomorrow', async () => {
      await go(page, 'Broadcasts');
      await page.getByRole('link', { name: 'New broadcast' }).click();
      await page.getByRole('combobox', { name: 'Group' }).click();
      await page.getByRole('option', { name: 'Open house' }).click();
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'Continue' }).click();
      const message = 'Hi {{contact.first_name}}, we open at nine. Reply STOP to opt out.';
      await page.getByRole('textbox', { name: 'Message' }).fill(message);
      await page.getByRole('main').getByRole('button', { name: 'Review' }).last().click();
      const recipients = page.getByRole('table', { name: 'Recipients' });
      await expect(recipients.getByText('Hi Guest, we open at nine.').first()).toBeVisible();
      await page.getByRole('button', { name: 'Schedule…' }).click();
      const dialog = page.getByRole('dialog', { name: 'When it goes out' });
      await dialog
        .getByRole('button', { name: /^Tomorrow/ })
        .first()
        .click();
      await dialog.getByRole('button', { name: 'Set the time' }).click();
      await page.getByRole('button', { name: 'Schedule for 50 people' }).click();
      await expect(page.getByRole('link', { name: /^Scheduled for Tomorrow/ })).toBeVisible({ timeout: 20_000 });
    });

    await test.step('one of them sends STOP, and is seen to have opted out', async () => {
      await go(page, 'Simulator');
      await page.getByRole('textbox', { name: 'Number of the phone' }).fill(first.phone);
      await page.getByRole('button', { name: 'Add a phone' }).click();
      await page.getByRole('region', { name: first.name }).getByRole('button', { name: 'STOP' }).click();
      const screen = page.getByRole('log', { name: `Phone of ${first.name}` });
      await expect(screen.getByText(/opted out|unsubscribed/i)).toBeVisible();
      await go(page, 'Opt-outs');
      const row = page.getByRole('table', { name: 'Opt-outs' }).getByRole('row', { name: first.phone });
      await expect(row).toContainText('Opted out');
    });

    await test.step('the console shows the web hook that told of it', async () => {
      await go(page, 'Webhooks');
      await page.getByRole('link', { name: /Deliveries to this installation/ }).click();
      const row = page.getByRole('row', { name: new RegExp(`Received ${first.name} Valid`) });
      await row.getByRole('link').click();
      await expect(page.getByRole('region', { name: 'Payload' })).toContainText('"content": "STOP"');
    });

    await test.step('the answer of the beginning has arrived', async () => {
      await go(page, /^Inbox/);
      await page
        .getByRole('list', { name: 'Conversations' })
        .getByRole('link', { name: /see you there/ })
        .click();
      const sent = page.getByRole('log').getByText('Thanks, see you there.');
      await expect(sent).toBeVisible();
      await expect(page.getByRole('log').getByText('Delivered').last()).toBeVisible();
    });
    expect(broken).toEqual([]);
  } finally {
    await switchboard.close();
  }
});
