import { createHash } from 'node:crypto';
import type { Browser, Page } from '@playwright/test';
import type { App } from './apps.ts';
import { settled, throttle, untilOtherRows, watch } from './inPage.ts';
import { median, table } from './report.ts';
import { type Wanted, wantedTable } from './wanted.ts';

// Paging and searching a long list, with a CPU four times slower, on the network as it is.

const presses = 5;
/** Between two keys, as somebody types who types fast. */
const betweenKeysMs = 60;

/** `sent`: from the request on, without the pause that is waited for first. */
type Taken = { took: number; sent: number; requests: number };
const kinds = ['next page', 'search, pause', 'search, Enter', 'other list'] as const;
type Kind = (typeof kinds)[number];
type Takens = Record<Kind, Taken[]>;

/** A word that stands in some names of `seedScale`, another for each `n`. */
const wordOf = (n: number) => createHash('md5').update(String(n)).digest('hex').slice(0, 6);

async function openContacts(browser: Browser, app: App): Promise<Page> {
  const page = await browser.newPage({ baseURL: app.origin, viewport: { width: 1440, height: 900 } });
  await app.prepare(page.context());
  const { path, rows } = app.places.contacts;
  await watch(page, rows);
  await page.goto(path);
  await settled(page);
  await throttle(await page.context().newCDPSession(page), { cpu: 4 });
  return page;
}

/** Types a word that was not looked for before; every request counts, from the first key on. */
async function search(page: Page, app: App, word: string, how: 'pause' | 'Enter'): Promise<Taken> {
  let requests = 0;
  const count = (request: { url: () => string }) => {
    if (new URL(request.url()).pathname.startsWith('/api/')) requests += 1;
  };
  await page.locator(app.search).click();
  await page.locator(app.search).selectText();
  page.on('request', count);
  const { took, sent } = await untilOtherRows(page, app.places.contacts.rows, async () => {
    await page.keyboard.type(word, { delay: betweenKeysMs });
    if (how === 'Enter') await page.keyboard.press('Enter');
  });
  page.off('request', count);
  return { took, sent, requests };
}

async function measureOne(browser: Browser, app: App, round: number): Promise<Takens> {
  const page = await openContacts(browser, app);
  const takens: Takens = { 'next page': [], 'search, pause': [], 'search, Enter': [], 'other list': [] };
  const { inbox, contacts } = app.places;
  for (let n = 0; n < presses; n += 1) {
    takens['next page'].push(await untilOtherRows(page, contacts.rows, () => page.click(app.next)));
  }
  // The first time each list is read; what is measured are the ways back and forth after it.
  await untilOtherRows(page, inbox.rows, () => page.click(inbox.link));
  for (let n = 0; n < presses; n += 1) {
    takens['other list'].push(await untilOtherRows(page, contacts.rows, () => page.click(contacts.link)));
    await untilOtherRows(page, inbox.rows, () => page.click(inbox.link));
  }
  await page.goto(contacts.path);
  await settled(page);
  for (const [at, how] of app.sends.entries()) {
    for (let n = 0; n < presses; n += 1) {
      const word = wordOf(100 * round + 10 * at + n);
      takens[`search, ${how}`].push(await search(page, app, word, how));
    }
  }
  await page.close();
  return takens;
}

export type Lists = (app: string, kind: Kind, figure: keyof Taken) => number;

/** Medians, of `rounds` rounds in turn; of requests the most. */
export async function measureLists(browser: Browser, apps: App[], rounds: number): Promise<Lists> {
  const all = new Map<string, Taken[]>();
  for (let round = 1; round <= rounds; round += 1) {
    for (const app of apps) {
      const takens = await measureOne(browser, app, round);
      for (const kind of kinds) {
        const key = `${app.name} ${kind}`;
        all.set(key, [...(all.get(key) ?? []), ...takens[kind]]);
      }
    }
    console.log(`paging and searching: round ${round} of ${rounds}`);
  }
  return (app, kind, figure) => {
    const figures = (all.get(`${app} ${kind}`) ?? []).map((taken) => taken[figure]);
    return figure === 'requests' && figures.length > 0 ? Math.max(...figures) : median(figures);
  };
}

const ms = (value: number) => (Number.isNaN(value) ? '–' : value.toFixed(0));

export function listsSection(apps: App[], lists: Lists, { rounds, contacts }: { rounds: number; contacts: number }) {
  const rows = apps.map(({ name }) => [
    name,
    ms(lists(name, 'next page', 'took')),
    ms(lists(name, 'other list', 'took')),
    ...(['search, pause', 'search, Enter'] as const).flatMap((kind) =>
      (['took', 'sent', 'requests'] as const).map((figure) => ms(lists(name, kind, figure))),
    ),
  ]);
  const [own, other] = ['Switchboard', 'react-admin'] as const;
  const paused = (figure: 'took' | 'sent') =>
    lists(own, 'search, pause', figure) / lists(other, 'search, pause', figure);
  const entered = lists(own, 'search, Enter', 'took') / lists(other, 'search, pause', 'took');
  const wanted: Wanted[] = [
    {
      what: 'next page ÷ react-admin’s',
      is: lists(own, 'next page', 'took') / lists(other, 'next page', 'took'),
      most: 0.25,
      unit: '×',
    },
    { what: 'requests of a search', is: lists(own, 'search, pause', 'requests'), most: 1, unit: '' },
    { what: 'search, from the last key ÷ react-admin’s', is: paused('took'), most: 0.4, unit: '×' },
    { what: 'search, from Enter ÷ react-admin’s from the last key', is: entered, most: 0.4, unit: '×' },
    { what: 'search, from the request ÷ react-admin’s', is: paused('sent'), most: 0.4, unit: '×' },
  ];
  const search = ['from the last key', 'from its request', 'requests'];
  return `### ${contacts.toLocaleString('en')} contacts: next page, other list, search

${wantedTable(wanted)}

${table(['CPU 4 × slower, ms', 'next page', 'other list, seen before', ...search.map((what) => `search: ${what}`), ...search.map((what) => `${what.replace('the last key', 'Enter')}`)], rows)}

Medians of ${rounds} × ${presses} in turn, from the press (the browser's own time of the event) to the frame that shows other rows.
A search is a word of six letters, typed ${betweenKeysMs} ms a key, that was not looked for before. Switchboard waits 180 ms after the
last key, or sends at once on Enter; react-admin waits 500 ms and knows no Enter; refine's form sends on Enter alone.
"From its request" leaves the waiting out.`;
}
