import { expect, isWhole, signIn, test, undoIsOver } from './fixtures.ts';
import { startWire } from './wire.ts';

test('what cannot be opened for want of a network says so once there is one, and a press fetches it', async ({
  signedIn: page,
  context,
  given,
}) => {
  await given.message(await given.contact({ first_name: 'Marisol' }), 'Good morning');
  await page.goto('/inbox');
  await expect(page.getByRole('main').getByRole('link', { name: 'Marisol' }).first()).toBeVisible();
  await isWhole(page);
  await context.setOffline(true);
  const notFetched = page.waitForEvent('requestfailed', (request) => /Palette-.*\.css$/.test(request.url()));
  await page.keyboard.press('Control+k');
  await notFetched;
  // What is open stays as long as nothing can be done about it.
  await expect(page.getByRole('textbox', { name: 'Search or jump to' })).toBeFocused();
  await expect(page.getByRole('heading', { name: 'Inbox' })).toBeVisible();
  await context.setOffline(false);
  await page.keyboard.type('sett');
  await expect(page.getByRole('combobox', { name: 'Search or jump to' })).toHaveValue('sett');
  await expect(page.getByRole('option', { name: /^Settings/ })).toHaveCSS('cursor', 'pointer');
  await page.keyboard.press('Escape');

  await context.setOffline(true);
  await page.getByRole('link', { name: 'Simulator' }).click();
  const again = page.getByRole('alert').getByRole('button', { name: 'Try again' });
  await expect(again).toBeVisible();
  await context.setOffline(false);
  // The browser does not ask again for code that it once failed to get, before a reload.
  await again.click();
  await expect(page.getByRole('heading', { name: 'Simulator' })).toBeVisible();
});

test('a page that lost the network before all of its code came is made anew once there is one', async ({
  signedIn: page,
  context,
  given,
}) => {
  const contact = await given.contact({ first_name: 'Imogen' });
  await given.message(contact, 'Good morning');
  await page.goto('/inbox', { waitUntil: 'commit' });
  const lost = page.waitForEvent('requestfailed', (request) => /\/(frame|client)-/.test(request.url()));
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible();
  await context.setOffline(true);
  await Promise.race([lost, isWhole(page)]);
  await context.setOffline(false);
  await given.inbound(`+${contact.phone}`, 'Here again');
  await expect(page.getByRole('main').getByText('Here again').first()).toBeVisible({ timeout: 20_000 });
});

test('a page that lost the network before it could draw anything is begun anew once there is one', async ({
  page,
  context,
  switchboard,
}) => {
  const wire = await startWire(switchboard.origin);
  try {
    // Without a page, of which the code would be kept.
    await signIn(page, wire);
    const failed = page.waitForEvent('requestfailed', (request) => /\/index-.*\.js$/.test(request.url()));
    void wire.once({ method: 'GET', path: /\/index-.*\.js$/, how: 'lost' });
    await page.goto(`${wire.origin}/inbox`);
    await failed;
    await expect(page.getByRole('navigation', { name: 'Main' })).not.toBeAttached();
    await context.setOffline(true);
    await page.waitForFunction(() => !navigator.onLine);
    await context.setOffline(false);
    await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible();
  } finally {
    await wire.close();
  }
});

test('losing the network while a text can be taken back neither loses nor doubles it', async ({
  page,
  context,
  switchboard,
  given,
  phone,
}) => {
  const wire = await startWire(switchboard.origin);
  try {
    const contact = await given.contact({ first_name: 'Nel' });
    const texts = async () => (await phone(`+${contact.phone}`)).map(({ content }) => content);
    const log = page.getByRole('log', { name: /Nel/ });
    const box = page.getByRole('textbox', { name: 'Message' });
    const send = async (text: string) => {
      await box.fill(text);
      await page.getByRole('button', { name: 'Send', exact: true }).click();
      await expect(log.getByText(text, { exact: true })).toBeVisible();
    };
    await context.clock.install();
    await signIn(page, wire);
    await page.goto(`${wire.origin}/inbox/${contact.id}`);
    await expect(log).toBeVisible();

    // The browser knows that it has none: the text goes out by itself once it has.
    await send('First');
    await context.setOffline(true);
    await undoIsOver(page);
    await expect(log.getByText('Offline. It goes out when you are back.')).toBeVisible();
    expect(await texts()).toEqual([]);
    await context.setOffline(false);
    await expect.poll(texts).toEqual(['First']);
    await expect(log.getByText('Delivered')).toBeVisible();

    // It breaks somewhere on the way: nobody knows, until it is looked up.
    await send('Second');
    wire.cut(60_000);
    await undoIsOver(page);
    await expect(log.getByText('No answer yet. Looking up whether it went out…')).toBeVisible();
    wire.cut(0);
    await expect(async () => {
      await context.clock.runFor(3_000);
      await expect(log.getByText('Looked up: it did not go out.')).toBeVisible({ timeout: 200 });
    }).toPass();
    await log.getByRole('button', { name: 'Try again' }).click();
    await expect.poll(texts).toEqual(['First', 'Second']);

    // Taken back without one, sent again, and the window closed: what it sent off last is lost on the way.
    await send('Third');
    wire.cut(60_000);
    await page.getByRole('status').getByRole('button', { name: /Undo/ }).click();
    await expect(box).toHaveValue('Third');
    wire.cut(0);
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    await expect(log.getByText('Third')).toBeVisible();
    const lost = wire.once({ method: 'POST', path: /^\/api\/messages/, how: 'lost' });
    await page.close({ runBeforeUnload: true });
    await lost;
    const next = await context.newPage();
    await next.goto(`${wire.origin}/inbox/${contact.id}`);
    await expect(next.getByText('Looked up: it did not go out before the window closed.')).toBeVisible();
    expect(await texts()).toEqual(['First', 'Second']);
    await next.getByRole('button', { name: 'Try again' }).click();
    await expect.poll(texts).toEqual(['First', 'Second', 'Third']);
    await expect(next.getByRole('log').getByText('Third')).toHaveCount(1);
  } finally {
    await wire.close();
  }
});
