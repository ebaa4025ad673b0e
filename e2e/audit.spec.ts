import { readFile } from 'node:fs/promises';
import Papa from 'papaparse';
import { expect, freshPhone, signIn, test } from './fixtures.ts';
import { startSwitchboard } from './switchboard.ts';
import { startWire } from './wire.ts';

test('the audit lists a change once, with what it was before', async ({ signedIn: page, given }) => {
  const contact = await given.contact({ first_name: 'Before', last_name: 'Change' });
  await page.goto(`/contacts/${contact.id}/edit`);
  await page.getByRole('textbox', { name: 'First name' }).fill('After');
  await page.getByRole('button', { name: /^Save/ }).click();
  await expect(page.getByRole('heading', { name: /After Change/ })).toBeVisible();
  await page.goto('/audit');
  const row = page.getByRole('table', { name: 'Audit' }).getByRole('row', { name: `Changed contact ${contact.id}` });
  await expect(row).toHaveCount(1);
  await expect(row).toContainText('first_name: Before → After');
  await expect(row).toContainText('Done');
  await row.getByRole('link').click();
  const drawer = page.getByRole('dialog', { name: `Changed contact ${contact.id}` });
  await expect(drawer.getByRole('row', { name: 'first_name' })).toContainText('BeforeAfter');
  await drawer.getByRole('link', { name: 'Open it' }).click();
  await expect(page.getByRole('heading', { name: /After Change/ })).toBeVisible();
});

test('the page and its file list each of many changes once, with what became of it, also after a restart', async ({
  page,
  switchboard,
}) => {
  // The API of the worker's server, over a network with faults.
  const wire = await startWire(switchboard.api);
  const gateway = await startSwitchboard({ env: { TEXTUS_URL: wire.origin } });
  try {
    await signIn(page, gateway);
    const made: string[] = [];
    const headers = { Origin: gateway.origin, 'X-Requested-With': 'switchboard' };
    const write = async (n: number, outcome: 'done' | 'refused' | 'unknown') => {
      const data = { phone: outcome === 'refused' ? '12' : freshPhone(), first_name: `Written ${n}.` };
      const met = outcome === 'unknown' && wire.once({ method: 'POST', path: /contacts/, how: 'unanswered' });
      const reply = await page.request.post(`${gateway.origin}/api/contacts`, { headers, data });
      expect(reply.status()).toBe({ done: 200, refused: 422, unknown: 502 }[outcome]);
      await met;
      made.push(`Written ${n}. ${outcome}`);
    };
    for (let n = 0; n < 60; n++) await write(n, n % 10 === 9 ? 'unknown' : n % 3 === 0 ? 'refused' : 'done');
    await gateway.kill();
    await gateway.restart();

    await page.goto(`${gateway.origin}/audit`);
    const rows = page.getByRole('table', { name: 'Audit' }).getByRole('row', { name: /contact/ });
    const words = { Done: 'done', Refused: 'refused', 'No answer': 'unknown' };
    const shown = async () =>
      (await rows.allInnerTexts()).map((text) => {
        const [said] = /Done|Refused|No answer/.exec(text) ?? [''];
        return `${/Written \d+\./.exec(text)?.[0]} ${new Map(Object.entries(words)).get(said)}`;
      });
    await expect(rows).toHaveCount(50);
    const first = await shown();
    await page.getByRole('navigation', { name: 'Pages' }).getByRole('button', { name: /Next/ }).click();
    await expect(rows).toHaveCount(10);
    expect([...first, ...(await shown())]).toEqual(made.toReversed());

    const saving = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Export CSV' }).click();
    const text = await readFile(await (await saving).path(), 'utf8');
    const records = Papa.parse<Record<string, string>>(text.replace(/^\uFEFF/, ''), {
      header: true,
      skipEmptyLines: true,
    });
    const inFile = records.data.map(({ changes = '', outcome }) => `${/Written \d+\./.exec(changes)?.[0]} ${outcome}`);
    expect(inFile).toEqual(made.toReversed());
    expect(text).not.toContain('demo-key');

    await page.getByRole('combobox', { name: 'Outcome' }).selectOption('No answer');
    await expect(rows).toHaveCount(6);
  } finally {
    await gateway.close();
    await wire.close();
  }
});
