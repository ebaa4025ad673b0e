import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from './fixtures.ts';
import { demo, startSwitchboard } from './switchboard.ts';

/** Every way in which the key could be written down. */
const spellings = (key: string, username: string) => [
  key,
  encodeURIComponent(key),
  ...[key, `${username}:${key}`, `:${key}`].flatMap((text) => [
    Buffer.from(text).toString('base64').replace(/=+$/, ''),
    Buffer.from(text).toString('base64url'),
    Buffer.from(text).toString('hex'),
  ]),
];

test('the key is in no reply, address, cookie, storage, log or bundle', async ({ page }) => {
  test.slow();
  const switchboard = await startSwitchboard({ env: { SEED: '40' } });
  const secret = spellings(demo.password, demo.username);
  const seen: { where: string; text: string }[] = [];
  const note = (where: string, text: string) => seen.push({ where, text });
  const bodies: Promise<unknown>[] = [];
  page.on('console', (message) => note('console', message.text()));
  page.on('request', (request) => note(`address ${request.method()}`, request.url()));
  page.on('response', (response) => {
    note(`headers of ${response.url()}`, JSON.stringify(response.headers()));
  });
  // The stream of events never finishes; what a change of page cuts off has no body to read.
  page.on('requestfinished', (request) => {
    bodies.push(
      request
        .response()
        .then((response) => response?.text())
        .then((text) => note(`reply of ${request.url()}`, text ?? ''))
        .catch(() => undefined),
    );
  });
  try {
    await page.goto(switchboard.origin);
    await page.getByRole('textbox', { name: 'Username' }).fill(demo.username);
    await page.getByRole('textbox', { name: 'Password or API key' }).fill(demo.password);
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible();
    for (const path of ['/inbox', '/contacts', '/contacts/1', '/contacts/999999', '/api/contacts/x%2f..']) {
      await page.goto(switchboard.origin + path);
      await expect(page.locator('body')).toBeVisible();
    }
    note('storage', await page.evaluate(stored));
    note('cookies', JSON.stringify(await page.context().cookies()));
    note('log', switchboard.output().replace(/^Demo sign-in.*$/m, ''));
    for (const file of await readdir('dist/dashboard', { recursive: true, withFileTypes: true })) {
      if (file.isFile() && /\.(js|css|html|json|svg)$/.test(file.name)) {
        note(file.name, await readFile(join(file.parentPath, file.name), 'utf8'));
      }
    }
    await Promise.all(bodies);
    expect(seen.length).toBeGreaterThan(50);
    const leaks = seen.filter(({ text }) => secret.some((spelling) => text.includes(spelling)));
    expect(leaks.map(({ where }) => where)).toEqual([]);
  } finally {
    await switchboard.close();
  }
});

/** Everything the browser keeps for this origin, as one text. Runs in the page. */
async function stored() {
  const kept: unknown[] = [Object.entries(localStorage), Object.entries(sessionStorage), document.cookie];
  for (const { name } of await indexedDB.databases()) {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open(name ?? '');
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () => reject(opening.error ?? new Error('not opened'));
    });
    for (const store of database.objectStoreNames) {
      kept.push(
        await new Promise((resolve, reject) => {
          const all = database.transaction(store).objectStore(store).getAll();
          all.onsuccess = () => resolve(all.result);
          all.onerror = () => reject(all.error ?? new Error('not read'));
        }),
      );
    }
    database.close();
  }
  for (const name of await caches.keys()) kept.push(name);
  return JSON.stringify(kept);
}
