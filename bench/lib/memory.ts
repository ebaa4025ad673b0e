import type { Browser, Page } from '@playwright/test';
import type { Switchboard } from '../../e2e/switchboard.ts';
import type { App } from './apps.ts';
import { LONG } from './longThread.ts';
import { table } from './report.ts';

// What an open inbox holds before and after an hour in which many texts come in.

const minutes = 60;
const atOnce = 20;

type Held = { megabytes: number; nodes: number; listeners: number };
export type Memory = { events: number; before: Held; half: Held; after: Held };

async function texter({ api }: Switchboard) {
  const [ours] = (await (await fetch(`${api}/carrier/numbers`)).json()) as { phone: string }[];
  const to = ours?.phone;
  return async (n: number, content: string) => {
    // A thousand people of the seed, by turns.
    const text = { from: `+${13_030_000_001 + (n % 1_000)}`, to, content };
    const reply = await fetch(`${api}/carrier/inbound`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(text),
    });
    if (!reply.ok) throw new Error(`A text was not taken: ${reply.status} ${await reply.text()}`);
  };
}

const shows = (page: Page, content: string) =>
  page.getByRole('list', { name: 'Conversations' }).getByText(content).first().waitFor({ timeout: 120_000 });

export async function measureMemory(
  browser: Browser,
  app: App,
  switchboard: Switchboard,
  events: number,
): Promise<Memory> {
  const text = await texter(switchboard);
  const page = await browser.newPage({ baseURL: app.origin, viewport: { width: 1440, height: 900 } });
  await app.prepare(page.context());
  await page.clock.install();
  const session = await page.context().newCDPSession(page);
  const held = async (): Promise<Held> => {
    for (let n = 0; n < 3; n += 1) await session.send('HeapProfiler.collectGarbage');
    const { usedSize } = await session.send('Runtime.getHeapUsage');
    const { nodes, jsEventListeners } = await session.send('Memory.getDOMCounters');
    return { megabytes: usedSize / 1e6, nodes, listeners: jsEventListeners };
  };
  await page.goto('/inbox');
  await page.getByRole('link', { name: LONG }).click();
  await text(0, 'The first text');
  await shows(page, 'The first text');
  const before = await held();
  let half = before;
  let sent = 0;
  for (let minute = 1; minute <= minutes; minute += 1) {
    const until = Math.round((events * minute) / minutes);
    while (sent < until) {
      const count = Math.min(atOnce, until - sent);
      await Promise.all(Array.from({ length: count }, (_, n) => text(sent + n, `Text ${sent + n} of the hour`)));
      sent += count;
    }
    await page.clock.runFor(60_000);
    if (minute === minutes / 2) half = await held();
  }
  await text(0, 'The last text');
  await shows(page, 'The last text');
  const after = await held();
  await page.close();
  return { events: sent + 2, before, half, after };
}

export function memorySection({ events, before, half, after }: Memory): string {
  const rows = (
    [
      ['at the beginning', before],
      ['after half an hour', half],
      ['after an hour', after],
    ] as const
  ).map(([when, { megabytes, nodes, listeners }]) => [when, megabytes.toFixed(1), nodes, listeners]);
  return `### An hour in which ${events.toLocaleString('en')} texts come in

${table(['Switchboard, the inbox with a thread open', 'JS heap, MB', 'DOM nodes', 'event listeners'], rows)}

The texts come from 1,000 people, through the simulated phone network, web hooks and the event stream, evenly over 60 minutes
by the browser's clock, which is put forward a minute at a time with every timer fired. The heap is what is left after its
garbage was collected.`;
}
