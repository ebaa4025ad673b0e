import type { Page } from '@playwright/test';
import { expect, freshPhone, test } from './fixtures.ts';

const isLong = process.env['LONG'] === '1';

/** Counts what the page asks of the gateway from now on, besides the event stream. */
function watchRequests(page: Page) {
  const asked: string[] = [];
  page.on('request', (request) => {
    const { pathname } = new URL(request.url());
    if (/^\/(api|session|budget)/.test(pathname)) asked.push(`${request.method()} ${pathname}`);
  });
  return asked;
}

test('a text that comes in is on the screen within a second, and costs no request', async ({
  signedIn: page,
  given,
  switchboard,
  request,
}) => {
  const contact = await given.contact({ first_name: 'Imo', phone: freshPhone() });
  const { sender_phone: ours } = await given.message(contact, 'Hello Imo');
  await page.goto(`/inbox/${contact.id}`);
  const log = page.getByRole('log', { name: /Imo/ });
  await expect(log.getByText('Hello Imo')).toBeVisible();
  await expect(page.getByText('Live', { exact: true })).toBeVisible();
  await expect(log.getByText(/Delivered/)).toBeVisible();
  await expect(page.getByRole('region', { name: 'Contact' }).getByText('Imo').first()).toBeVisible();
  const asked = watchRequests(page);
  const took: number[] = [];
  for (let i = 0; i < (isLong ? 50 : 7); i++) {
    const text = `Inbound ${i} of ${contact.id}`;
    const seen = page.evaluate(
      (wanted) =>
        new Promise<number>((resolve) => {
          const look = () => document.querySelector('[role=log]')?.textContent?.includes(wanted);
          const observer = new MutationObserver(() => look() && (observer.disconnect(), resolve(Date.now())));
          observer.observe(document.body, { childList: true, subtree: true, characterData: true });
          // It may be there before anybody watches.
          if (look()) resolve(Date.now());
        }),
      text,
    );
    const start = Date.now();
    await request.post(`${switchboard.api}/carrier/inbound`, {
      data: { from: `+${contact.phone}`, to: ours, content: text },
    });
    took.push((await seen) - start);
  }
  const median = took.toSorted((a, b) => a - b)[Math.floor(took.length / 2)]!;
  console.log(`inbound to bubble: median ${median} ms of ${took.length}, most ${Math.max(...took)} ms`);
  expect(median).toBeLessThan(1_000);
  expect(asked).toEqual([]);
  await expect(page).toHaveTitle(/^\(\d+\) /);
});
