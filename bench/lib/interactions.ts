import type { Browser, CDPSession, Page } from '@playwright/test';
import type { App } from './apps.ts';
import { keys, openings } from './hands.ts';
import { settled, throttle, untilOtherRows, watch } from './inPage.ts';
import { median, quantile, table } from './report.ts';

// What one step in the dashboard costs whoever takes it, once everything it needs was loaded before.

const times = 5;

type Step = { what: string; take: (page: Page, session: CDPSession, round: number) => Promise<number[]> };

const several = async (take: () => Promise<number>): Promise<number[]> => {
  const all: number[] = [];
  for (let n = 0; n < times; n += 1) all.push(await take());
  return all;
};

const stepsOf = ({ places: { inbox, contacts } }: App): Step[] => [
  {
    what: 'open a conversation, with its composer',
    take: (page, _session, round) => openings(page, 1 + times * round, times),
  },
  { what: 'type a letter', take: (page, session) => keys(page, session) },
  {
    what: 'open the composer’s scheduling',
    take: (page) =>
      several(async () => {
        const { took } = await untilOtherRows(page, '[role=dialog]', () => page.click('[aria-label=Schedule]'));
        await page.keyboard.press('Escape');
        return took;
      }),
  },
  {
    what: 'go from the inbox to the contacts',
    take: (page) =>
      several(async () => {
        const { took } = await untilOtherRows(page, contacts.rows, () => page.click(contacts.link));
        await untilOtherRows(page, inbox.rows, () => page.click(inbox.link));
        return took;
      }),
  },
];

export type Interactions = { what: string; fast: number[]; slow: number[] }[];

export async function measureInteractions(browser: Browser, app: App): Promise<Interactions> {
  const page = await browser.newPage({ baseURL: app.origin, viewport: { width: 1440, height: 900 } });
  await app.prepare(page.context());
  await watch(page, app.places.inbox.rows);
  await page.goto('/inbox');
  await settled(page);
  const session = await page.context().newCDPSession(page);
  const all: Interactions = [];
  for (const { what, take } of stepsOf(app)) {
    // The first loads what is not there yet.
    await take(page, session, 0);
    const fast = await take(page, session, 1);
    await throttle(session, { cpu: 4 });
    const slow = await take(page, session, 2);
    await throttle(session, { cpu: 1 });
    all.push({ what, fast, slow });
  }
  await page.close();
  return all;
}

export function interactionsSection(all: Interactions): string {
  const told = (values: number[]) => [median(values).toFixed(0), quantile(values, 1).toFixed(0)];
  const rows = all.map(({ what, fast, slow }) => [what, ...told(fast), ...told(slow)]);
  return `### Steps in the dashboard

${table(['ms', 'median', 'longest', 'CPU 4 × slower: median', 'longest'], rows)}

From the press to the frame that shows it; a letter is what it keeps the main thread busy, with the draft and the meter that
follow. Conversations are read ahead as the pointer or the keys come near them; what a step needs was loaded before.`;
}
