import type { Contact } from '#contract/contacts.ts';
import { apiOf, many } from './api.ts';
import { expect, freshPhone, test } from './fixtures.ts';
import { reportOf } from './jobs.ts';

const isLong = process.env['LONG'] === '1';
const PEOPLE = isLong ? 300 : 30;

test('tags are counted, merged over everybody who carries them, renamed and removed', async ({
  signedIn: page,
  given,
  switchboard,
  request,
}) => {
  test.setTimeout(isLong ? 600_000 : 120_000);
  const api = apiOf(switchboard, request);
  const own = freshPhone().slice(-6);
  const [a, b, other, kept] = [`forklift ${own}`, `Fork-lift ${own}`, `forklifts ${own}`, `kept ${own}`];
  const tagsOf = (n: number) => [[a, kept], [b], [kept, b, a]][n % 3]!;
  const people = await many(PEOPLE, (n) => given.contact({ first_name: `Tagged ${n}`, tags: tagsOf(n) }));
  const apart = await given.contact({ first_name: 'Apart', tags: [kept] });

  await page.goto(`/tags?q=${own}`);
  const table = page.getByRole('table', { name: 'Tags' });
  await expect(table.getByRole('row')).toHaveCount(4);
  await page.getByRole('button', { name: 'Count people' }).click();
  await page.getByRole('button', { name: 'Count', exact: true }).click();
  await expect(table.getByRole('row', { name: new RegExp(b) })).toContainText(String((PEOPLE / 3) * 2));

  await table.getByRole('link', { name: b }).click();
  const carriers = page.getByRole('dialog', { name: `Who carries “${b}”` });
  await expect(carriers.getByText(`${(PEOPLE / 3) * 2} people of`)).toBeVisible();
  await expect(carriers.getByRole('link', { name: `Tagged ${PEOPLE - 1}`, exact: true })).toBeVisible();
  await carriers.getByRole('button', { name: 'Close' }).click();

  await page.getByRole('checkbox', { name: `Select ${a}` }).check();
  await page.getByRole('checkbox', { name: `Select ${b}` }).check();
  await page.getByRole('button', { name: 'Merge…' }).click();
  await page.getByRole('combobox', { name: 'They become' }).fill(other);
  const start = Date.now();
  await page.getByRole('button', { name: 'Merge the tags' }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await reportOf(page, /^Merging 2 tags/);
  console.log(`tags of ${PEOPLE} people merged in ${Date.now() - start} ms`);
  await expect(page.getByRole('button', { name: `Done ${PEOPLE}` })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Failed 0' })).toBeVisible();

  const everybody = new Map(
    (await api.all<Contact>('/contacts')).map((contact) => [contact.id, contact.tags.toSorted()]),
  );
  const merged = (n: number) => [[kept, other], [other], [kept, other]][n % 3]!.toSorted();
  expect(people.map(({ id }) => everybody.get(id))).toEqual(people.map((_, n) => merged(n)));
  expect(everybody.get(apart.id)).toEqual([kept]);
  const left = (await api.all<string>('/tags')).filter((tag) => tag.includes(own));
  expect(left.toSorted()).toEqual([other, kept].toSorted());

  await page.goto(`/tags?q=${own}`);
  await page.getByRole('button', { name: `Actions for ${kept}` }).click();
  await page.getByRole('menuitem', { name: 'Rename or merge…' }).click();
  await page.getByRole('combobox', { name: 'New name' }).fill(`<i>${own}</i>`);
  await page.getByRole('button', { name: 'Rename the tag' }).click();
  await expect(table.getByRole('row', { name: `<i>${own}</i>` })).toBeVisible({ timeout: 60_000 });
  await page.getByRole('button', { name: `Actions for <i>${own}</i>` }).click();
  await page.getByRole('menuitem', { name: 'Remove from everybody…' }).click();
  await page.getByRole('button', { name: 'Remove from everybody' }).click();
  await expect
    .poll(async () => (await api.all<string>('/tags')).filter((tag) => tag.includes(own)), { timeout: 60_000 })
    .toEqual([other]);
  expect((await api.send('GET', `/contacts/${apart.id}`)).body.tags).toEqual([]);
});
