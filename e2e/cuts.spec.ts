import { randomInt } from 'node:crypto';
import { startCuttingProxy } from './cuttingProxy.ts';
import { expect, freshPhone, signIn, test } from './fixtures.ts';
import { demo, startSwitchboard } from './switchboard.ts';

const isLong = process.env['LONG'] === '1';
const authorization = { Authorization: `Basic ${btoa(`${demo.username}:${demo.password}`)}` };
/** More than the answer to a send has: some come through whole. */
const ANSWER = 1_800;

test('a send whose answer is cut anywhere is one text or none, and the bubble says which', async ({
  page,
  switchboard,
  given,
  request,
}) => {
  test.setTimeout(isLong ? 1_800_000 : 120_000);
  // The gateway of a hosted service: its way to the API breaks, and the browser's way to it.
  const toApi = await startCuttingProxy(switchboard.api);
  const hosted = await startSwitchboard({ env: { TEXTUS_URL: toApi.origin } });
  const toGateway = await startCuttingProxy(hosted.origin);
  try {
    const { id } = await given.contact({ first_name: 'Ezra' });
    await page.clock.install();
    await signIn(page, toGateway);
    await page.goto(`${toGateway.origin}/inbox/${id}`);
    const log = page.getByRole('log', { name: /Ezra/ });
    const box = page.getByRole('textbox', { name: 'Message' });
    await expect(box).toBeVisible();
    const seen = { sent: 0, not: 0, unknown: 0 };
    for (let i = 0; i < (isLong ? 200 : 6); i++) {
      const text = `Cut ${i} of ${id}.`;
      (i % 2 ? toApi : toGateway).cutNext({ of: 'POST /api/messages', after: randomInt(0, ANSWER) });
      await box.fill(text);
      await page.getByRole('button', { name: 'Send', exact: true }).click();
      const wrap = log.locator('[data-out]').filter({ hasText: text }).last();
      // Time passes until it is settled: the undo window, the look-ups, the waits between them.
      await expect(async () => {
        await page.clock.runFor(3_000);
        await expect(wrap).not.toContainText(/Going out|Take back|Sending|Looking up/, { timeout: 200 });
      }).toPass({ timeout: 60_000 });
      const said = (await wrap.textContent()) ?? '';
      const reply = await request.get(`${switchboard.api}/api/messages/${id}?per_page=100`, { headers: authorization });
      const there = ((await reply.json()) as { content: string }[]).filter(({ content }) => content === text).length;
      if (/may still go out/.test(said)) seen.unknown += 1;
      else if (/did not go out|Not sent/.test(said)) seen.not += 1;
      else seen.sent += 1;
      expect(there, `${text}: ${said}`).toBeLessThanOrEqual(1);
      if (/did not go out|Not sent/.test(said)) expect(there, said).toBe(0);
      else if (!/may still go out/.test(said)) expect(there, said).toBe(1);
      if (await wrap.getByRole('button', { name: 'Edit' }).isVisible())
        await wrap.getByRole('button', { name: 'Edit' }).click();
    }
    console.log(`cut answers: ${toApi.cuts + toGateway.cuts} of ${seen.sent + seen.not + seen.unknown} sends;`, seen);
    expect(toApi.cuts + toGateway.cuts).toBeGreaterThan(0);
  } finally {
    await toGateway.close();
    await hosted.close();
    await toApi.close();
  }
});

test('however often the stream breaks off, the screen shows what the server has, each text once', async ({
  page,
  switchboard,
  given,
  request,
}) => {
  test.setTimeout(isLong ? 1_800_000 : 120_000);
  const [events, cuts] = isLong ? [5_000, 500] : [60, 6];
  const proxy = await startCuttingProxy(switchboard.origin);
  try {
    const contact = await given.contact({ first_name: 'Ilse', phone: freshPhone() });
    const { sender_phone: ours } = await given.message(contact, 'Begin.');
    await signIn(page, proxy);
    await page.goto(`${proxy.origin}/inbox/${contact.id}`);
    const log = page.getByRole('log', { name: /Ilse/ });
    await expect(log.getByText('Begin.')).toBeVisible();
    await expect(page.getByText('Live', { exact: true })).toBeVisible();
    let broken = 0;
    for (let i = 1; i <= events; i++) {
      const data = { from: `+${contact.phone}`, to: ours, content: `Nr ${i}.` };
      expect((await request.post(`${switchboard.api}/carrier/inbound`, { data })).status()).toBe(201);
      if (i % (events / cuts) === 0) {
        // Cut only what is there: the browser has to be back first.
        await expect.poll(() => proxy.cutStreams(), { intervals: [50], timeout: 40_000 }).toBeGreaterThan(0);
        broken += 1;
      }
    }
    await expect(log.getByText(`Nr ${events}.`, { exact: true })).toBeVisible({ timeout: 40_000 });
    const shown = async () =>
      (await log.getByText(/^Nr \d+\.$/).allTextContents()).map((text) => Number(/\d+/.exec(text)));
    await expect
      .poll(
        async () => {
          const numbers = (await shown()).slice(-50);
          return (
            numbers.length >= Math.min(50, events) && numbers.every((n, i) => n === events - numbers.length + 1 + i)
          );
        },
        { timeout: 30_000 },
      )
      .toBe(true);
    const all = await shown();
    expect(new Set(all).size).toBe(all.length);
    console.log(`${broken} cuts in ${events} events; ${all.length} texts shown, each once`);
  } finally {
    await proxy.close();
  }
});
