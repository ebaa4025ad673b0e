import type { Contact } from '#contract/contacts.ts';
import { expect, signIn, test } from './fixtures.ts';
import { everybody, headers, makeHostile } from './hostile.ts';
import { newestJob } from './jobs.ts';
import { startSwitchboard } from './switchboard.ts';

const isLong = process.env['LONG'] === '1';

test('two windows edit one person: the later save is told what changed and loses nothing', async ({
  signedIn: page,
  context,
  given,
}) => {
  const contact = await given.contact({
    first_name: 'Dana',
    last_name: 'Reyes',
    business_name: 'Acme',
    tags: ['crew'],
  });
  const other = await context.newPage();
  for (const each of [page, other]) {
    await each.goto(`/contacts/${contact.id}/edit`);
    await expect(each.getByRole('textbox', { name: 'Business' })).toHaveValue('Acme');
  }
  await other.getByRole('textbox', { name: 'Business' }).fill('Northgate');
  await other.getByRole('textbox', { name: 'Last name' }).fill('Ray');
  await other.getByRole('button', { name: 'Save contact' }).click();
  await expect(other.getByRole('heading', { name: 'Dana Ray' })).toBeVisible();

  await page.getByRole('textbox', { name: 'First name' }).fill('Dina');
  await page.getByRole('textbox', { name: 'Business' }).fill('Southgate');
  await page.getByRole('button', { name: 'Save contact' }).click();
  const clash = page.getByRole('region', { name: 'Changed by somebody else meanwhile' });
  await expect(clash.getByText('Northgate')).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Business' })).toHaveValue('Southgate');
  await clash.getByRole('button', { name: 'Keep mine' }).click();
  await page.getByRole('button', { name: 'Save contact' }).click();
  await expect(page.getByRole('status').getByText(/by somebody else meanwhile, and kept: Last name/)).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Dina Ray' })).toBeVisible();
  await expect(page.getByText('Southgate')).toBeVisible();
});

test('what is exported is imported back the same, whatever people are called, and no cell is a formula', async ({
  page,
  request,
}) => {
  const many = isLong ? 2_000 : 40;
  test.setTimeout(isLong ? 900_000 : 120_000);
  const switchboard = await startSwitchboard();
  try {
    for (let n = 0; n < many; n += 1) await makeHostile(request, switchboard, n);
    const optOuts = `${switchboard.api}/api/opt_outs`;
    for (const { phone } of (await everybody(request, switchboard)).slice(0, 2)) {
      await request.post(optOuts, { headers, data: { phone: `+${phone}` } });
    }
    const before = await everybody(request, switchboard);
    expect(before).toHaveLength(many);
    expect(before.filter(({ opted_out }) => opted_out)).toHaveLength(2);

    await signIn(page, switchboard);
    await page.goto(`${switchboard.origin}/contacts`);
    const download = page.waitForEvent('download', { timeout: 120_000 });
    await page.getByRole('button', { name: 'Export CSV' }).click();
    const file = Buffer.concat(await (await (await download).createReadStream()).toArray());
    const cells =
      file
        .toString('utf8')
        .replace(/^\uFEFF/, '')
        .match(/"(?:[^"]|"")*"|[^,"\r\n]+/g) ?? [];
    expect(cells.length).toBeGreaterThan(many * 4);
    expect(cells.filter((cell) => /^"?\s*[=+\-@]/.test(cell))).toEqual([]);
    expect(file.toString('utf8')).toContain(`'+${before[0]!.phone}`);

    for (const { id } of before) await request.delete(`${switchboard.api}/api/contacts/${id}`, { headers });
    const records: { id: number }[] = await (await request.get(optOuts, { headers })).json();
    for (const { id } of records) await request.delete(`${optOuts}/${id}`, { headers });
    await page.goto(`${switchboard.origin}/contacts/import`);
    await page.getByLabel('CSV file').setInputFiles({ name: 'back.csv', mimeType: 'text/csv', buffer: file });
    await expect(page.getByText('Not read, as the service sets them itself: Type, Added, Id')).toBeVisible();
    await page.getByRole('button', { name: 'Check', exact: true }).click();
    await page.getByRole('button', { name: `Import ${many.toLocaleString('en-US')} contacts` }).click();
    await expect.poll(async () => (await newestJob(page)).state, { timeout: isLong ? 600_000 : 60_000 }).toBe('done');

    const fields = ({
      first_name,
      last_name,
      business_name,
      notes,
      tags,
      phone,
      country,
      flagged,
      opted_out,
    }: Contact) => ({
      texts: [first_name, last_name, business_name, notes].map((text) => text ?? ''),
      tags: tags.toSorted(),
      phone,
      country,
      flagged,
      opted_out,
    });
    const sorted = (contacts: Contact[]) => contacts.toSorted((a, b) => a.phone.localeCompare(b.phone)).map(fields);
    expect(sorted(await everybody(request, switchboard))).toEqual(sorted(before));
  } finally {
    await switchboard.close();
  }
});

test('a bulk change can be paused, goes on after a reload, and its report equals what the service holds', async ({
  signedIn: page,
  given,
}) => {
  const people = await Promise.all(
    Array.from({ length: 30 }, (_, n) => given.contact({ last_name: `Bulk${n}`, business_name: 'Bulk Ltd' })),
  );
  await given.change(people[3]!, { tags: ['winter'] });
  await page.goto('/contacts?q=Bulk+Ltd');
  await page.getByRole('checkbox', { name: 'Select all on this page' }).check();
  await page.getByRole('button', { name: 'Select all 30 that match' }).click();
  await page.getByRole('checkbox', { name: 'Select Bulk29' }).uncheck();
  await page.getByRole('button', { name: 'Tag', exact: true }).click();
  await page.getByRole('dialog').getByLabel('Tags').first().fill('winter');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Tag 29 contacts' }).click();
  await page.getByRole('link', { name: /Tagging 29 contacts/ }).click();
  await page.reload();
  await expect.poll(async () => (await newestJob(page)).state, { timeout: 60_000 }).toBe('done');
  const { done, skipped, failed } = await newestJob(page);
  expect([done, skipped, failed]).toEqual([28, 1, 0]);
  await page.goto(`/contacts/${people[5]!.id}`);
  await expect(page.getByRole('region', { name: 'Tags' }).getByText('winter')).toBeVisible();
  await page.goto(`/contacts/${people[29]!.id}`);
  await expect(page.getByRole('heading', { name: 'Bulk29' })).toBeVisible();
  await expect(page.getByText('winter')).toHaveCount(0);
});
