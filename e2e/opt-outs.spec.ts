import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import type { OptOut } from '#contract/optOuts.ts';
import { apiOf, many, national } from './api.ts';
import { expect, freshPhone, test } from './fixtures.ts';
import { reportOf } from './jobs.ts';

/** How long after `act` has been answered the open conversation shows that its person may not be texted, or may again. */
async function untilShown(page: Page, optedOut: boolean, act: () => Promise<unknown>): Promise<number> {
  const seen = page.evaluate(
    (wanted) =>
      new Promise<number>((resolve) => {
        const look = () => /opted out and can.t be texted/.test(document.body.textContent ?? '') === wanted;
        const observer = new MutationObserver(() => look() && (observer.disconnect(), resolve(Date.now())));
        observer.observe(document.body, { childList: true, subtree: true, characterData: true, attributes: true });
      }),
    optedOut,
  );
  await act();
  const answered = Date.now();
  return Math.max(0, (await seen) - answered);
}

test('opting out and back in shows in an open conversation at once, with the reason kept', async ({
  signedIn: page,
  given,
  switchboard,
  request,
}) => {
  const api = apiOf(switchboard, request);
  const contact = await given.contact({ first_name: 'Olga', last_name: 'Out' });
  await given.change(contact, { notes: 'Prefers mornings.' });
  const inbox = await page.context().newPage();
  await inbox.goto(`/inbox/${contact.id}`);
  await expect(inbox.getByRole('textbox', { name: 'Message' })).toBeVisible();
  await expect(inbox.getByText('Live', { exact: true })).toBeVisible();

  await page.goto('/opt-outs');
  await page.getByRole('button', { name: 'Opt out a number' }).click();
  const dialog = page.getByRole('dialog', { name: 'Opt out a number' });
  await dialog.getByRole('textbox', { name: 'Phone' }).fill(national(contact.phone));
  await expect(dialog.getByRole('link', { name: 'Olga Out' })).toBeVisible();
  await expect(dialog.getByText('In none')).toBeVisible();
  await dialog.getByRole('textbox', { name: 'Reason' }).fill('Asked on the phone');
  const answered = () =>
    page.waitForResponse((reply) => /\/api\/opt_outs/.test(reply.url()) && reply.request().method() !== 'GET');
  const out = await untilShown(inbox, true, async () => {
    const reply = answered();
    await dialog.getByRole('button', { name: 'Opt out', exact: true }).click();
    await reply;
  });
  await expect(dialog).toHaveCount(0);
  await expect
    .poll(async () => (await api.send('GET', `/contacts/${contact.id}`)).body)
    .toMatchObject({
      opted_out: true,
      notes: expect.stringMatching(/^Prefers mornings\.\n.* Opted out: Asked on the phone$/),
    });

  await page.getByRole('searchbox', { name: 'Search' }).fill(national(contact.phone));
  await expect(page).toHaveURL(/[?&]q=/);
  await page
    .getByRole('table', { name: 'Opt-outs' })
    .getByRole('link', { name: national(contact.phone) })
    .click();
  await expect(page.getByRole('region', { name: 'What happened' }).getByText('Asked on the phone')).toBeVisible();
  await page.getByRole('button', { name: 'Opt back in…' }).click();
  await page.getByRole('button', { name: 'Opt back in', exact: true }).click();
  await expect(page.getByText('Say how they agreed')).toBeVisible();
  await page.getByRole('textbox', { name: 'How did they agree?' }).fill('Signed up at the fair');
  const back = await untilShown(inbox, false, async () => {
    const reply = answered();
    await page.getByRole('button', { name: 'Opt back in', exact: true }).click();
    await reply;
  });
  await expect
    .poll(async () => (await api.send('GET', `/contacts/${contact.id}`)).body)
    .toMatchObject({ opted_out: false, notes: expect.stringContaining('Opted back in: Signed up at the fair') });

  const stop = await untilShown(inbox, true, () => given.inbound(`+${contact.phone}`, 'Stop.'));
  console.log(`opt-out to composer: out ${out} ms, back in ${back} ms, by STOP ${stop} ms`);
  for (const took of [out, back, stop]) expect(took).toBeLessThan(process.env['LONG'] === '1' ? 1_000 : 5_000);

  // Deleted: nothing is left of it, and it may be texted.
  await page.reload();
  await page.getByRole('button', { name: 'Delete the record…' }).click();
  await page.getByRole('button', { name: 'Delete the opt-out' }).click();
  await expect(page.getByText(/No opt-out of/)).toBeVisible();
  expect((await api.send('GET', `/contacts/${contact.id}`)).body.opted_out).toBe(false);
});

test('near misses are offered to a person, and lists of numbers go in and out as CSV', async ({
  signedIn: page,
  given,
  switchboard,
  request,
}) => {
  test.setTimeout(120_000);
  const api = apiOf(switchboard, request);
  const [angry, calm] = [await given.contact({ first_name: 'Angry' }), await given.contact({ first_name: 'Calm' })];
  await given.inbound(`+${angry.phone}`, 'Please stop texting me, thanks');
  await given.inbound(`+${calm.phone}`, 'Stop by at 5, not interested in mornings');
  await page.goto('/opt-outs');
  const near = page.getByRole('region', { name: 'May want to opt out' });
  await near.getByRole('button', { name: 'Not an opt-out: Calm' }).click();
  await expect(near.getByText('Calm')).toHaveCount(0);
  await near.getByRole('button', { name: 'Opt out Angry' }).click();
  await expect(near.getByText('Angry')).toHaveCount(0);
  const isOut = async ({ id }: { id: number }) => (await api.send('GET', `/contacts/${id}`)).body.opted_out;
  await expect.poll(() => isOut(angry)).toBe(true);
  expect(await isOut(calm)).toBe(false);

  const fresh = [freshPhone(), freshPhone()];
  const csv = `\uFEFFName;Mobile\r\n"A; B";${fresh[0]}\r\n=1+1;'${fresh[1]}\r\nC;${angry.phone}\r\nD;12\r\n`;
  await page.getByRole('link', { name: 'Import CSV' }).click();
  await page.getByLabel('CSV file').setInputFiles({ name: 'stop.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) });
  await expect(page.getByText(/3 numbers, 1 line without a valid one/)).toBeVisible();
  await page.getByRole('button', { name: 'Opt out 3 numbers' }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await reportOf(page, /^Opting out 3 numbers/);
  await expect(page.getByRole('button', { name: 'Done 2' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Skipped 1' })).toBeVisible();

  await page.goto('/opt-outs');
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export CSV' }).click();
  const text = await readFile(await (await download).path(), 'utf8');
  const known = (await api.all<OptOut>('/opt_outs')).map(({ phone }) => `+${phone}`);
  expect(
    text
      .trim()
      .split('\r\n')
      .slice(1)
      .map((line) => line.split(',')[0]!.replace(/^'/, ''))
      .toSorted(),
  ).toEqual(known.toSorted());
  expect(known).toEqual(expect.arrayContaining(fresh));
});

test('an exported list of opt-outs is imported without opting out whoever opted back in', async ({
  signedIn: page,
  switchboard,
  request,
}) => {
  const api = apiOf(switchboard, request);
  const [out, back] = [freshPhone(), freshPhone()];
  const { body: record } = await api.send('POST', '/opt_outs', { phone: back });
  await api.send('PUT', `/opt_outs/${record.id}`, { opt_in: true });
  const csv = `\uFEFFPhone,State,Opted out,Last changed\r\n'${out},opted out,2026-01-01,2026-01-01\r\n'${back},opted back in,2026-01-01,2026-01-02\r\n`;
  await page.goto('/opt-outs/import');
  await page.getByLabel('CSV file').setInputFiles({ name: 'out.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) });
  await expect(page.getByText('1 number opted back in by this list, left as it is.')).toBeVisible();
  await expect(page.getByText('This takes 1 request and runs as a job.')).toBeVisible();
  await page.getByRole('button', { name: 'Opt out 1 number' }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await reportOf(page, /^Opting out 1 number/);
  await page.getByRole('button', { name: 'Skipped 1' }).click();
  await expect(page.getByText('Opted back in, left as is.')).toBeVisible();
  const listed = await api.all<OptOut>('/opt_outs');
  expect(listed.filter(({ phone }) => [out, back].includes(`+${phone}`)).map(({ opt_in }) => opt_in)).toEqual([
    false,
    true,
  ]);
});

test('what asked for an opt-out long ago is found by looking further back', async ({
  signedIn: page,
  given,
  switchboard,
  request,
}) => {
  const contact = await given.contact({ first_name: 'Long', last_name: 'Ago' });
  await given.inbound(`+${contact.phone}`, 'Please stop texting me');
  await many(50, (n) => given.message(contact, `Text ${n}`));
  const { body } = await apiOf(switchboard, request).send('POST', '/opt_outs', { phone: `+${contact.phone}` });
  await page.goto(`/opt-outs/${body.id}`);
  const happened = page.getByRole('region', { name: 'What happened' });
  await expect(happened.getByText(/^The newest 50 of 51 texts were looked through/)).toBeVisible();
  await expect(happened.getByText('Please stop texting me')).toHaveCount(0);
  await happened.getByRole('button', { name: 'Look further back' }).click();
  await expect(happened.getByText('Please stop texting me')).toBeVisible();
});
