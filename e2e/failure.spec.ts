import { expect, isWhole, signIn, test, worldOf } from './fixtures.ts';
import { startSwitchboard } from './switchboard.ts';

// Each starts a server twice, and waits for what is tried again.
test.slow();

test('a send while the server is dead is kept, told, and goes out once when it is back', async ({ page, request }) => {
  const switchboard = await startSwitchboard();
  try {
    await signIn(page, switchboard);
    const contact = await worldOf(switchboard, request).contact({ first_name: 'Kay' });
    await page.goto(`${switchboard.origin}/inbox/${contact.id}`);
    const box = page.getByRole('textbox', { name: 'Message' });
    await expect(page.getByRole('log', { name: /Kay/ })).toBeVisible();
    await isWhole(page);
    await switchboard.kill();
    await box.fill('Do not lose me');
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    await expect(page.getByText('Do not lose me').first()).toBeVisible();
    await expect(page.getByText(/not sent|did not go out|no answer|waits/i).first()).toBeVisible({ timeout: 20_000 });

    await switchboard.restart();
    const log = page.getByRole('log', { name: /Kay/ });
    await expect(log.getByText('Looked up: it did not go out.')).toBeVisible({ timeout: 30_000 });
    await log.getByRole('button', { name: 'Try again' }).click();
    const texts = async () => {
      const reply = await request.get(`${switchboard.api}/carrier/phones/+${contact.phone}/messages`);
      return (await reply.json()).map(({ content }: { content: string }) => content);
    };
    await expect.poll(texts, { timeout: 20_000 }).toEqual(['Do not lose me']);
    await expect(log.getByText('Delivered')).toBeVisible({ timeout: 20_000 });
    expect(await texts(), 'once, not twice').toEqual(['Do not lose me']);
  } finally {
    await switchboard.close();
  }
});

test('a list that cannot be read says so, keeps the address, and recovers', async ({ page, request }) => {
  const switchboard = await startSwitchboard();
  try {
    await signIn(page, switchboard);
    await worldOf(switchboard, request).contact({ first_name: 'Noor' });
    await page.goto(`${switchboard.origin}/inbox`);
    await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible();
    await switchboard.kill();
    await page
      .getByRole('navigation', { name: 'Main' })
      .getByRole('link', { name: /^Contacts/ })
      .click();
    await expect(page.getByRole('button', { name: 'Try again' })).toBeVisible({ timeout: 20_000 });
    await expect(page).toHaveURL(/\/contacts/);
    await switchboard.restart();
    // It tries again by itself as well; either way is fine.
    const row = page.getByRole('table', { name: 'Contacts' }).getByRole('row', { name: /Noor/ });
    const again = page.getByRole('button', { name: 'Try again' });
    await expect(async () => {
      if (await again.isVisible()) await again.click({ timeout: 1_000 }).catch(() => undefined);
      await expect(row).toBeVisible({ timeout: 4_000 });
    }).toPass({ timeout: 60_000 });
  } finally {
    await switchboard.close();
  }
});
