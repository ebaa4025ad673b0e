import type { Page } from '@playwright/test';
import { broadcastWorld, compose, freshLandline } from './broadcastWorld.ts';
import { expect, signIn, test } from './fixtures.ts';
import { startSwitchboard } from './switchboard.ts';
import { startWire } from './wire.ts';

const LONG = process.env['LONG'] === '1';
const patient = { timeout: 45_000 };
/** So many are on their way at once. */
const BATCH = 5;
const goingOut = (page: Page) => page.getByRole('region', { name: 'Going out' });

test('the review says who reads what and who is left out, and the phones show exactly that', async ({
  page,
  request,
}) => {
  test.setTimeout(LONG ? 600_000 : 240_000);
  const switchboard = await startSwitchboard({ env: { BROADCAST_INTERVAL_S: '0' } });
  try {
    const world = broadcastWorld(switchboard, request);
    const named = (LONG ? 200 : 30) - 10;
    const { id, contacts } = await world.group('Forklift crew', [
      ...Array.from({ length: named }, (_, n) => ({ first_name: n === 0 ? 'Zoë <b>' : `Person ${n}` })),
      ...Array.from({ length: 4 }, () => ({ last_name: 'Nameless' })),
      ...Array.from({ length: 3 }, (_, n) => ({ first_name: `Gone ${n}` })),
      ...Array.from({ length: 2 }, (_, n) => ({ first_name: `Desk ${n}`, phone: freshLandline() })),
      { first_name: 'Blocked' },
    ]);
    for (const { phone } of contacts.slice(named + 4, named + 7)) await world.send('POST', '/api/opt_outs', { phone });
    await world.send('POST', '/api/blocked_numbers', { phone: contacts.at(-1)?.phone });
    const reached = contacts.slice(0, named + 4);

    await signIn(page, switchboard);
    await compose(page, switchboard.origin, id, 'Hi {{contact.first_name}}, a shift is free. Reply STOP to opt out.');
    const leftOut = page.getByRole('list', { name: 'Left out' });
    await expect(leftOut.getByRole('listitem')).toHaveText([/Opted out3/, /Landline2/, /Blocked1/]);
    await expect(page.getByText('4 people have no first name.')).toBeVisible();
    await expect(page.getByText('They read “Hi ,”.')).toBeVisible();
    const sendNow = page.getByRole('button', { name: `Send now to ${named + 4} people` });
    await expect(sendNow).toBeDisabled();

    // What each of them will read, from every page of the review, by the numbers that stand beside it.
    const table = page.getByRole('table', { name: 'Recipients' });
    const range = page.getByText(/^\d+–\d+ of \d+$/);
    const texts = new Map<string, string>();
    for (;;) {
      await expect(table.getByRole('row').nth(1)).toBeVisible();
      for (const row of await table.getByRole('row').all()) {
        const words = row.locator('p[title]');
        if ((await words.count()) === 0) continue;
        const number = await row.getByRole('rowheader').locator('[title^="+"]').first().getAttribute('title');
        texts.set(number ?? '', (await words.getAttribute('title')) ?? '');
      }
      const next = page.getByRole('button', { name: 'Next page' });
      if (await next.isDisabled()) break;
      const shown = (await range.textContent()) ?? '';
      await next.click();
      await expect(range).not.toHaveText(shown);
    }
    expect(texts.size).toBe(named + 4);

    await page.getByRole('button', { name: /^No first name/ }).click();
    await expect(table.getByRole('row')).toHaveCount(5);
    await page.getByRole('checkbox', { name: 'Send to them as it is' }).check();
    await expect(sendNow).toBeEnabled();
    await sendNow.click();
    await expect(page).toHaveURL(/\/broadcasts$/);
    await expect(page.getByRole('status').getByRole('button', { name: /Undo/ })).toBeVisible();
    await expect(goingOut(page).getByText(`Sent to ${named + 4}`)).toBeVisible(patient);
    for (const { phone } of reached) {
      await expect
        .poll(async () => (await world.phone(phone)).map(({ content }) => content), patient)
        .toEqual([texts.get(`+${phone}`)]);
    }
    for (const { phone } of contacts.slice(named + 4)) expect(await world.phone(phone)).toEqual([]);
  } finally {
    await switchboard.close();
  }
});

test('however often, in however many tabs and through whatever network it is sent, it is one broadcast', async ({
  page,
  request,
  context,
}) => {
  const rounds = LONG ? 50 : 1;
  test.setTimeout(LONG ? 2_400_000 : 240_000);
  const switchboard = await startSwitchboard({ env: { BROADCAST_INTERVAL_S: '0' } });
  const wire = await startWire(switchboard.origin);
  try {
    const world = broadcastWorld(switchboard, request);
    await signIn(page, wire);

    // A hundred presses in each of two tabs, and a reload before the time to undo is over.
    const crew = await world.group('Impatient', [{ first_name: 'Ada' }]);
    await compose(page, wire.origin, crew.id, 'Once only. Reply STOP to opt out.');
    const other = await context.newPage();
    await other.goto(page.url());
    const button = { name: 'Send now to 1 person' };
    await expect(other.getByRole('button', button)).toBeEnabled(patient);
    const press = (tab: Page) =>
      tab.getByRole('button', button).evaluate((node: HTMLElement) => {
        for (let n = 0; n < 100; n++) node.click();
      });
    await Promise.all([press(page), press(other)]);
    await expect(goingOut(page).getByText('Impatient')).toHaveCount(1, patient);
    await page.reload();
    await expect(goingOut(page).getByText(/Goes out in/)).toBeVisible(patient);
    for (const tab of [page, other]) await expect(goingOut(tab).getByText('Sent to 1')).toBeVisible(patient);
    expect(await world.broadcastsTo(crew.id)).toHaveLength(1);

    // The network breaks at any moment, while some are written, wait to be undone, go out or are looked up.
    const cutSoon = () => {
      wire.cut(200 + Math.random() * 1_200);
      cutting = setTimeout(cutSoon, 1_500 + Math.random() * 4_000);
    };
    let cutting = setTimeout(cutSoon, Math.random() * 4_000);
    for (let round = 0; round < rounds; round += BATCH) {
      const batch = await Promise.all(
        Array.from({ length: Math.min(BATCH, rounds - round) }, (_, n) =>
          world.group(`Cut ${round + n}`, [{ first_name: 'Bo' }]),
        ),
      );
      for (const [n, { id, name }] of batch.entries()) {
        let attempts = 0;
        await expect(async () => {
          // The page may have broken after the press: then it is on its way already.
          if (attempts++ > 0) {
            await page.goto(`${wire.origin}/broadcasts`);
            await goingOut(page)
              .getByText(name, { exact: true })
              .waitFor({ timeout: 3_000 })
              .catch(() => undefined);
            if (await goingOut(page).getByText(name, { exact: true }).isVisible()) return;
          }
          await compose(page, wire.origin, id, `${name}. Reply STOP to opt out.`);
          await page.getByRole('button', button).click();
          await expect(goingOut(page).getByText(name, { exact: true })).toBeVisible();
        }).toPass({ timeout: 120_000 });
        void wire.once({ method: 'POST', path: /^\/api\/broadcasts/, how: n % 2 === 0 ? 'unanswered' : 'lost' });
      }
      for (const { id, name } of batch) {
        const row = goingOut(page)
          .getByRole('listitem')
          .filter({ hasText: `${name}. Reply` });
        await expect(row.getByText(/Sent to 1|did not go out/)).toBeVisible({ timeout: 120_000 });
        const sent = await row.getByText('Sent to 1').isVisible();
        expect(await world.broadcastsTo(id), name).toHaveLength(sent ? 1 : 0);
      }
    }
    clearTimeout(cutting);
    expect(await world.broadcastsTo(crew.id)).toHaveLength(1);
    expect(await world.phone(crew.contacts[0]?.phone ?? '')).toHaveLength(1);
  } finally {
    await wire.close();
    await switchboard.close();
  }
});
