import { expect, signIn, test } from './fixtures.ts';
import { startSwitchboard } from './switchboard.ts';

const isLong = process.env['LONG'] === '1';

test('many contacts: a page, a search and a sort are quick, ticking all of them asks nothing, a filter says its cost', async ({
  page,
}) => {
  const many = isLong ? 100_000 : 1_000;
  const limit = isLong ? 2_000 : 33;
  test.setTimeout(isLong ? 900_000 : 120_000);
  const switchboard = await startSwitchboard({
    env: { SEED: String(many), RATE_LIMIT_HOUR: String(limit) },
    quickStart: !isLong,
  });
  try {
    await signIn(page, switchboard);
    let asked = 0;
    page.on('request', (each) => {
      if (each.url().includes('/api/')) asked += 1;
    });
    await page.goto(`${switchboard.origin}/contacts`);
    const table = page.getByRole('table', { name: 'Contacts' });
    await expect(table.getByRole('row')).toHaveCount(26);
    /** Milliseconds in the page from the press to other rows on the screen. */
    const quick = (press: string) =>
      page.evaluate(async (selector) => {
        const rows = () => document.querySelector('main tbody')?.textContent;
        const before = rows();
        const began = performance.now();
        document.querySelector<HTMLElement>(selector)?.click();
        while (rows() === before || document.querySelector('main [data-dimmed]')) {
          await new Promise((resolve) => requestAnimationFrame(resolve));
        }
        return performance.now() - began;
      }, press);
    const taken: Record<string, number> = {};
    await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Tags' }).click();
    await expect(page.getByRole('heading', { name: 'Tags', level: 1 })).toBeVisible();
    await expect(page.getByRole('table', { name: 'Tags' })).toBeVisible();
    taken['the list'] = await quick('nav a[href="/contacts"]');
    await expect(table.getByRole('row')).toHaveCount(26);
    await page.getByRole('searchbox', { name: 'Search' }).focus();
    taken['search'] = await page.evaluate(async () => {
      const rows = () => document.querySelector('main tbody')?.textContent;
      const [before, field] = [rows(), document.activeElement as HTMLInputElement];
      Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')!.set!.call(field, 'Baker');
      field.dispatchEvent(new InputEvent('input', { bubbles: true }));
      await new Promise((resolve) => setTimeout(resolve));
      const began = performance.now();
      field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
      while (rows() === before || document.querySelector('main [data-dimmed]')) {
        await new Promise((resolve) => requestAnimationFrame(resolve));
      }
      return performance.now() - began;
    });
    await page.getByRole('button', { name: 'Clear the search' }).click();
    await expect(page).not.toHaveURL(/q=/);
    await expect(table.getByRole('row')).toHaveCount(26);
    taken['next page'] = await quick('[aria-label="Next page"]');
    taken['sort'] = await quick('th[aria-sort] button');
    taken['landlines'] = await quick('[aria-label="Show"] button:last-child');
    test.info().annotations.push({ type: 'milliseconds', description: JSON.stringify(taken) });
    if (isLong) for (const [what, ms] of Object.entries(taken)) expect(ms, what).toBeLessThan(200);

    await page.goto(`${switchboard.origin}/contacts`);
    await page.getByRole('checkbox', { name: 'Select all on this page' }).check();
    await expect(page.getByText('25 selected')).toBeVisible();
    asked = 0;
    await page.getByRole('button', { name: `Select all ${many.toLocaleString('en-US')} that match` }).click();
    await page.getByRole('button', { name: 'Flag', exact: true }).click();
    const dialog = page.getByRole('dialog', { name: `Flag ${many.toLocaleString('en-US')} contacts` });
    await expect(dialog.getByText('Requests this takes')).toBeVisible();
    await expect(dialog.getByText((many + many / 100).toLocaleString('en-US'), { exact: true })).toBeVisible();
    expect(asked).toBe(0);
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await page.getByRole('button', { name: 'Clear', exact: true }).click();
    await expect(page.getByRole('region', { name: 'Selection' })).toHaveCount(0);

    // A filter the API lacks reads everybody, when it is told to; the second meets the end of the hour's requests.
    const all = many.toLocaleString('en-US');
    const filters = page.getByRole('region', { name: 'Filters' });
    const filterByTag = async (nth: number) => {
      await page.getByRole('button', { name: 'Filter', exact: true }).click();
      await page.getByRole('dialog', { name: 'Filter' }).getByRole('combobox', { name: 'Tag' }).fill('');
      await page.getByRole('listbox').getByRole('option').nth(nth).click();
      await page.keyboard.press('Escape');
      await expect(filters.getByText(`takes ${(many / 100).toLocaleString('en-US')} requests; `)).toBeVisible();
    };
    await filterByTag(0);
    await filters.getByRole('button', { name: 'Read them' }).click();
    const told = filters.getByRole('status');
    await expect(told).toContainText(`found among ${all} contacts`, { timeout: 120_000 });
    const found = Number.parseInt((await told.textContent())!.replace(',', ''), 10);
    expect(found).toBeGreaterThan(0);
    await expect(table.getByRole('row')).toHaveCount(Math.min(found, 25) + 1);
    await filterByTag(1);
    const part = filters.getByRole('button', { name: /^Read as many as \d+ requests? allow$/ });
    const requests = Number(/\d+/.exec((await part.textContent())!)![0]);
    await part.click();
    const read = (requests * 100).toLocaleString('en-US');
    await expect(told).toContainText(`found among the first ${read} of ${all} contacts.`, { timeout: 120_000 });
    await filters.getByRole('button', { name: 'Go on reading' }).click();
    await expect(filters.getByRole('alert')).toHaveText('No request of this hour is left for it.');
    await expect(table.getByRole('row').nth(1), 'what was found stays').toBeVisible();
  } finally {
    await switchboard.close();
  }
});
