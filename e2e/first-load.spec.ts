import { expect, test } from './fixtures.ts';

for (const [place, row] of [
  ['/inbox', 'link'],
  ['/contacts', 'row'],
] as const) {
  test(`${place} asks early for what it shows, once, and its code is few files`, async ({ signedIn: page, given }) => {
    const contact = await given.contact({ first_name: 'Early' });
    await given.message(contact, 'Good morning');
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url().slice(new URL(page.url()).origin.length)));
    await page.goto(place);
    await expect(page.getByRole('main').getByRole(row, { name: 'Early' }).first()).toBeVisible();
    // What was asked under an address that the page does not use would be left over.
    expect(await page.evaluate(() => (Reflect.get(window, 'asked') as Map<string, unknown>).size)).toBe(0);
    const reads = asked.filter((address) => address.startsWith('/api/') || address === '/session');
    expect(reads).toEqual([...new Set(reads)]);
    const code = await page.evaluate(() => {
      const shown = performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname);
      const later = shown.findIndex((path) => /\/(frame|client)-/.test(path));
      return shown.slice(0, later < 0 ? undefined : later).filter((path) => path.endsWith('.js'));
    });
    // With two answers they are seven: browsers open six connections, and the last file is a small one (see firstLoad.ts).
    expect(code.length).toBeLessThanOrEqual(5);
  });
}
