import { execFile } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { demo } from './switchboard.ts';
import { expect, freshPhone, signIn, test } from './fixtures.ts';

type Taken = { body: string; signature: string };

/** A receiver on this computer that answers the given statuses in turn, then 200. */
async function startReceiver(statuses: number[] = []) {
  const taken: Taken[] = [];
  const http = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks).toString();
      taken.push({ body, signature: String(request.headers['x-textus-signature'] ?? '') });
      response.writeHead(statuses[taken.length - 1] ?? 200, { 'Content-Type': 'application/json' });
      response.end('{"seen":true}');
    });
  });
  await new Promise<void>((done) => http.listen(0, '127.0.0.1', done));
  return {
    url: `http://127.0.0.1:${(http.address() as AddressInfo).port}/in`,
    taken,
    close: () => http.close().closeAllConnections(),
  };
}

test('a web hook is made, tested, tried again until it is taken, redelivered, moved and deleted', async ({
  signedIn: page,
  given,
}) => {
  const receiver = await startReceiver([500, 500]);
  try {
    const contact = await given.contact({ first_name: 'Wanda', last_name: 'Hook', phone: freshPhone() });
    await page.goto('/webhooks');
    await page.getByRole('link', { name: 'New webhook' }).click();
    const form = page.getByRole('dialog', { name: 'New webhook' });
    await form.getByRole('textbox', { name: 'Address' }).fill('https://10.0.0.7/in');
    await form.getByRole('button', { name: 'Save webhook' }).click();
    await expect(form.getByText(/private network/)).toBeVisible();
    await form.getByRole('textbox', { name: 'Address' }).fill(receiver.url);
    await form.getByRole('button', { name: 'Save webhook' }).click();
    await expect(page.getByText('Nothing was sent to it yet')).toBeVisible();

    await given.message(contact, 'Hello Wanda');
    const row = page.getByRole('table', { name: 'Deliveries' }).getByRole('row', { name: /Wanda Hook/ });
    await expect(row).toContainText('500, retrying', { timeout: 20_000 });
    await expect(page.getByText(/The receiver answers 500/)).toBeVisible();
    await expect(row.getByRole('cell', { name: '2', exact: true })).toBeVisible({ timeout: 20_000 });
    await page.getByRole('button', { name: 'Try now' }).click();
    await expect(row).toContainText(/200 in \d+ ms/, { timeout: 20_000 });
    await row.getByRole('link').click();
    const pane = page.getByRole('complementary', { name: 'Delivery' });
    await expect(pane).toContainText('3 attempts');
    await expect(pane.getByRole('region', { name: 'Payload' })).toContainText('"content": "Hello Wanda"');

    await pane.getByRole('button', { name: 'Redeliver' }).click();
    await expect.poll(() => receiver.taken.length, { timeout: 20_000 }).toBe(4);
    expect(new Set(receiver.taken.map(({ body }) => body)).size).toBe(1);

    await page.getByRole('button', { name: 'Secret', exact: true }).click();
    const secret = (await page.getByText(/^[0-9a-f]{64}$/).textContent()) ?? '';
    const { body, signature } = receiver.taken[0]!;
    expect(createHmac('sha256', secret).update(body).digest('hex')).toBe(signature);
    await runSamples({ body, signature, secret });

    await page.getByRole('link', { name: /Check a signature/ }).click();
    await page.getByRole('textbox', { name: 'Body' }).fill(body);
    await page.getByRole('textbox', { name: 'Signature' }).fill(signature);
    await page.getByRole('textbox', { name: 'Secret' }).fill(secret);
    await expect(page.getByText('Valid', { exact: true })).toBeVisible();
    await page.getByRole('textbox', { name: 'Body' }).fill(body.replace('Hello', 'Bye'));
    await expect(page.getByText('Signature does not match')).toBeVisible();

    await page
      .getByRole('navigation', { name: 'Webhooks' })
      .getByRole('link', { name: /127\.0\.0\.1/ })
      .first()
      .click();
    await page.getByRole('button', { name: /Actions for/ }).click();
    await page.getByRole('menuitem', { name: 'Change the address' }).click();
    const edit = page.getByRole('dialog', { name: 'Change the address' });
    await edit.getByRole('textbox', { name: 'Address' }).fill(`${receiver.url}/moved`);
    await edit.getByRole('button', { name: 'Save webhook' }).click();
    await expect(page.getByRole('navigation', { name: 'Webhooks' }).getByText('/in/moved')).toBeVisible();
    await page.getByRole('button', { name: 'Send a test' }).click();
    await expect.poll(() => receiver.taken.length, { timeout: 20_000 }).toBe(5);
    await page.getByRole('button', { name: /Actions for/ }).click();
    await page.getByRole('menuitem', { name: 'Delete' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Delete the webhook' }).click();
    await expect(page.getByRole('navigation', { name: 'Webhooks' }).getByText('/in/moved')).toHaveCount(0);
    expect(await storageOf(page)).not.toContain(secret);
  } finally {
    receiver.close();
  }
});

/** Everything the page keeps on the device, as far as scripts can read it. */
const storageOf = (page: import('@playwright/test').Page) =>
  page.evaluate(() => [localStorage, sessionStorage].map((kept) => JSON.stringify(Object.entries(kept))).join());

const programs = [
  ['node', process.execPath, 'verify.mjs'],
  ['python', 'python3', 'verify.py'],
  ['java', 'java', 'Verify.java'],
  ['perl', 'perl', 'verify.pl'],
  ['shell', 'bash', 'verify.sh'],
] as const;

/** Runs every code sample whose language is on this machine: a real delivery is valid, a changed one is not. */
async function runSamples({ body, signature, secret }: Taken & { secret: string }) {
  const folder = await mkdtemp(join(tmpdir(), 'samples '));
  const verdicts = await Promise.all(
    programs.map(async ([name, program, file]) => {
      await writeFile(join(folder, file), await readFile(`src/dashboard/pages/webhooks/samples/${name}.txt`));
      const run = (text: string) =>
        new Promise<string>((resolve) => {
          const env = { ...process.env, TEXTUS_SECRET: secret };
          const child = execFile(program, [join(folder, file), signature], { env }, (error, out) =>
            resolve(error && 'code' in error && error.code === 'ENOENT' ? 'not installed' : out.trim()),
          );
          child.stdin?.on('error', () => {});
          child.stdin?.end(text);
        });
      return [name, await run(body), await run(`${body} `)].join(' ');
    }),
  );
  await rm(folder, { recursive: true });
  for (const verdict of verdicts) expect(verdict).toMatch(/^\w+ (valid invalid|not installed not installed)$/);
  expect(verdicts).toContain('node valid invalid');
}

test('the receiver shows what arrives, and that a tampered body does not match', async ({
  page,
  switchboard,
  given,
}) => {
  const receiver = await startReceiver();
  try {
    await signIn(page, switchboard);
    const headers = { Authorization: `Basic ${btoa(`${demo.username}:${demo.password}`)}` };
    const contact = await given.contact({ first_name: 'Rita', last_name: 'Receiver' });
    await given.message(contact, 'Seen by the receiver');
    await page.goto('/webhooks/receiver');
    const table = page.getByRole('table', { name: 'Deliveries' });
    const row = table.getByRole('row', { name: /Rita Receiver/ }).first();
    await expect(row).toContainText('Valid');
    await row.getByRole('link').click();
    await expect(page.getByRole('region', { name: 'Payload' })).toContainText('Seen by the receiver');

    // The token of this installation's receiver stands in the payload of every delivery.
    const payload = (await page.getByRole('region', { name: 'Payload' }).textContent()) ?? '';
    const { web_hook, message, timestamp } = JSON.parse(payload);
    const tampered = JSON.stringify({ timestamp, web_hook, message: { ...message, receiver_name: 'Mallory', id: 1 } });
    const refused = await page.request.post(web_hook.url, {
      data: Buffer.from(tampered),
      headers: { 'Content-Type': 'application/json', 'X-TextUs-Signature': 'f'.repeat(64) },
    });
    expect(refused.status()).toBe(401);
    await expect(table.getByRole('row', { name: /Mallory/ })).toContainText('Signature does not match');
    await page.getByRole('button', { name: 'Refused' }).click();
    await expect(table.getByRole('row', { name: /Rita Receiver/ })).toHaveCount(0);
    expect((await page.request.get(`${switchboard.api}/api/web_hooks`, { headers })).ok()).toBe(true);
  } finally {
    receiver.close();
  }
});
