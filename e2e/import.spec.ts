import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { oddFiles } from './badFiles.ts';
import { startWithClock } from './clock.ts';
import { expect, freshPhone, signIn, test } from './fixtures.ts';
import { keptJobs, newestJob } from './jobs.ts';
import { demo } from './switchboard.ts';

const isLong = process.env['LONG'] === '1';
const HOUR = 3_600_000;

test('an import survives a killed tab and the hourly limit, makes nobody twice and tells of every row', async ({
  context,
  request,
}) => {
  // Rows, what the service allows an hour, and when the tab dies.
  const [rows, limit, killedAt] = isLong ? [1_000, 1_000, 400] : [60, 70, 30];
  test.setTimeout(isLong ? 1_800_000 : 300_000);
  const clock = await startWithClock({ RATE_LIMIT_HOUR: String(limit) });
  const { switchboard } = clock;
  const headers = { Authorization: `Basic ${btoa(`${demo.username}:${demo.password}`)}` };
  const api = async (path: string) => request.get(`${switchboard.api}/api${path}`, { headers });
  try {
    const made = await request.post(`${switchboard.api}/api/groups`, { headers, data: { name: 'Autumn fair' } });
    expect(made.ok()).toBe(true);
    const group: { id: number } = await made.json();
    const bad = 3;
    const lines = Array.from({ length: rows }, (_, n) =>
      n < bad ? `Nobody,${n},12${n}` : `Ann,Lee ${n},(303) 555-${String(1000 + n)}`,
    );
    const name = 'fair.csv';
    const csv = {
      name,
      mimeType: 'text/csv',
      buffer: Buffer.from(`First name,Last name,Phone\r\n${lines.join('\r\n')}`),
    };

    await context.clock.install();
    let page = await context.newPage();
    await signIn(page, switchboard);
    await page.goto(`${switchboard.origin}/contacts/import`);
    await page.getByLabel('CSV file').setInputFiles(csv);
    await page.getByRole('combobox', { name: 'Group' }).click();
    await page.getByRole('option', { name: /Autumn fair/ }).click();
    await page.getByRole('button', { name: 'Check', exact: true }).click();
    await page.getByRole('button', { name: `Import ${(rows - bad).toLocaleString('en-US')} contacts` }).click();
    await expect(page.getByRole('progressbar', { name: `Importing ${name}` }).first()).toBeVisible();

    const settled = async () => {
      const { done, failed, skipped } = await newestJob(page);
      return done + failed + skipped;
    };
    // Waits in the browser's time, session kept awake by the job itself.
    const pass = async () => {
      const { state, waiting } = await newestJob(page);
      if (state !== 'running' || waiting?.for !== 'budget' || waiting.until === undefined) return;
      for (let left = waiting.until - clock.now() + 2_000; left > 0; left -= HOUR / 4) {
        await clock.forward(context, Math.min(left, HOUR / 4));
        // A session unused for half an hour ends: the waiting job keeps it, if it is given the time to.
        await page.evaluate(() => fetch('/session').then(({ status }) => status));
      }
    };
    await expect.poll(settled, { timeout: 120_000 }).toBeGreaterThanOrEqual(killedAt / 4);
    const seen = await page
      .getByText(/^about .* until/)
      .first()
      .textContent();
    const seenAt = clock.now();
    const told = minutes(seen ?? '') * 60_000;

    // The page is usable meanwhile.
    await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Contacts' }).click();
    // Few enough share the beginning of this name to stand on one page.
    const one = isLong ? 'Lee 17' : 'Lee 5';
    await page.getByRole('searchbox', { name: 'Search' }).fill(one);
    await expect(
      page.getByRole('table', { name: 'Contacts' }).getByRole('link', { name: `Ann ${one}`, exact: true }),
    ).toBeVisible();

    await expect
      .poll(
        async () => {
          await pass();
          return settled();
        },
        { timeout: 300_000 },
      )
      .toBeGreaterThanOrEqual(killedAt);
    const session = await context.newCDPSession(page);
    await Promise.race([session.send('Page.crash').catch(() => undefined), page.waitForEvent('crash')]);
    await page.close();

    page = await context.newPage();
    await page.goto(`${switchboard.origin}/jobs`);
    await expect
      .poll(
        async () => {
          await pass();
          return (await newestJob(page)).state;
        },
        { timeout: 600_000 },
      )
      .toBe('done');

    const job = await newestJob(page);
    expect([job.done, job.failed, job.skipped]).toEqual([rows - bad, bad, 0]);
    const took = (job.finishedAt ?? 0) - seenAt;
    test
      .info()
      .annotations.push({ type: 'told and taken, minutes', description: `${told / 60_000}, ${took / 60_000}` });
    // Told after 100 rows; a short import is over before there is anything to measure.
    if (isLong) expect(Math.abs(told - took) / took).toBeLessThan(0.15);

    await page.goto(`${switchboard.origin}/jobs/${job.id}`);
    await expect(
      page.getByRole('table', { name: 'Results' }).getByRole('row', { name: /Row 2 .*Failed/ }),
    ).toBeVisible();
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Download failed rows' }).click();
    const failedRows = await (await download).createReadStream();
    const text = Buffer.concat(await failedRows.toArray()).toString('utf8');
    expect(text.trim().split('\r\n')).toHaveLength(bad + 1);
    expect(text).toContain('First name,Last name,Phone,Reason');

    await clock.forward(context, HOUR + 1_000);
    expect((await api('/contacts?per_page=1')).headers()['x-total']).toBe(String(rows - bad));
    expect(await (await api(`/groups/${group.id}`)).json()).toMatchObject({ size: rows - bad });
  } finally {
    await clock.close();
  }
});

/** Minutes in `about 2 h 5 min, until 3:03 PM`. */
const minutes = (text: string) => {
  const [, hours = 0, rest = 0] = /about (?:(\d+) h ?)?(?:(\d+) min)?/.exec(text) ?? [];
  return Number(hours) * 60 + Number(rest);
};

test('what is no list of people is refused in a sentence, what is odd is read, and the page goes on', async ({
  signedIn: page,
}) => {
  test.setTimeout(180_000);
  const folder = await mkdtemp(join(tmpdir(), 'odd files '));
  try {
    await page.goto('/contacts/import');
    for (const { name, content, says, reads = false } of oddFiles) {
      const path = join(folder, name);
      await writeFile(path, content);
      await page.getByLabel('CSV file').setInputFiles(path);
      if (reads) await expect(page.getByRole('region', { name: 'File' }).getByText(name)).toBeVisible();
      else await expect(page.getByRole('alert').getByText(name)).toBeVisible();
      await expect(page.getByRole('main').getByText(says).first(), `${name}: ${says}`).toBeVisible();
    }
    expect(oddFiles.length).toBeGreaterThanOrEqual(40);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

test('who exists already is skipped or updated, as chosen, and the numbers of several columns are read', async ({
  signedIn: page,
  given,
}) => {
  const there = await given.contact({ first_name: 'Old', last_name: 'Hand', tags: ['crew'] });
  const [fresh, own] = [freshPhone(), `+${there.phone}`];
  const csv = (second: string) =>
    Buffer.from(`Name;Mobile;Office\r\n${second};;${own}\r\nNew Face;12;${fresh}\r\nTwin;${fresh};\r\n`);
  for (const [n, exists] of ['is skipped', 'is updated with this row'].entries()) {
    await page.goto('/contacts/import');
    await page
      .getByLabel('CSV file')
      .setInputFiles({ name: 'crew.csv', mimeType: 'text/csv', buffer: csv('Renamed Hand') });
    await page.getByRole('combobox', { name: 'Whoever exists already' }).selectOption(exists);
    await page.getByRole('button', { name: 'Check', exact: true }).click();
    await expect(
      page.getByRole('table', { name: 'Rows' }).getByRole('row', { name: /Row 2 .*Exists already/ }),
    ).toBeVisible();
    await expect(
      page.getByRole('table', { name: 'Rows' }).getByRole('row', { name: /Row 4 .*Same number as row 3/ }),
    ).toBeVisible();
    await page.getByRole('button', { name: /^Import \d/ }).click();
    await expect.poll(async () => (await keptJobs(page)).filter(({ state }) => state === 'done').length).toBe(n + 1);
    const { done, skipped } = await newestJob(page);
    expect([done, skipped]).toEqual(
      [
        [1, 2],
        [2, 1],
      ][n],
    );
    await page.goto(`/contacts/${there.id}`);
    await expect(page.getByRole('heading', { name: n === 0 ? 'Old Hand' : 'Renamed Hand' })).toBeVisible();
  }
});
