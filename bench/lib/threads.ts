import type { Browser, Page } from '@playwright/test';
import type { Switchboard } from '../../e2e/switchboard.ts';
import { type App, startPeer } from './apps.ts';
import { HAND, opening, scrolling } from './hands.ts';
import { settled, throttle, watch } from './inPage.ts';
import { LONG, readAll } from './longThread.ts';
import { median, table } from './report.ts';
import { type Wanted, wantedTable } from './wanted.ts';

// A long thread beside a page that has all of it in the document; CPU four times slower.

const openings = 5;
/** How often each is scrolled; the middle one, by how many frames were long, counts. */
const passes = 3;

export type Thread = {
  name: string;
  /** Opened for the first time in a tab, its texts asked for. */
  first: number[];
  /** Opened with all of its texts read before. */
  whole: number[];
  /** Of frames, scrolled as a hand does; and as its bar is dragged, from its end to its beginning. */
  frames: number[];
  dragged: number[];
  elements: number;
};

const viewport = { width: 1440, height: 900 };

/** Opens the long thread, which stands first, in tabs that have the list only. */
async function openFresh(browser: Browser, app: App): Promise<number[]> {
  const page = await browser.newPage({ baseURL: app.origin, viewport });
  await app.prepare(page.context());
  await watch(page, app.places.inbox.rows);
  const session = await page.context().newCDPSession(page);
  const times: number[] = [];
  for (let n = 0; n < openings; n += 1) {
    await throttle(session, { cpu: 1 });
    await page.goto('/inbox');
    await settled(page);
    await throttle(session, { cpu: 4 });
    times.push(await opening(page, 0));
  }
  await page.close();
  return times;
}

/** Opens the long thread, whose texts the page has, and the one after it by turns; then scrolls through it. */
async function measureWhole(page: Page): Promise<Omit<Thread, 'name' | 'first'>> {
  await throttle(await page.context().newCDPSession(page), { cpu: 4 });
  const whole: number[] = [];
  for (let n = 0; n < openings; n += 1) {
    await opening(page, 1);
    whole.push(await opening(page, 0));
  }
  const elements = await page.evaluate(() => document.querySelectorAll('*').length);
  return { whole, frames: await usual(page, HAND), dragged: await usual(page, Infinity), elements };
}

async function usual(page: Page, pixels: number): Promise<number[]> {
  const all: number[][] = [];
  for (let pass = 0; pass < passes; pass += 1) all.push(await scrolling(page, pixels));
  return all.toSorted((a, b) => over33(a) - over33(b))[Math.floor(passes / 2)]!;
}

/** The ids of who stands first and second in the inbox. */
const firstTwo = (page: Page) =>
  page
    .getByRole('list', { name: 'Conversations' })
    .getByRole('link')
    .evaluateAll((rows) => rows.slice(0, 2).map((row) => row.getAttribute('data-contact')));

export async function measureThreads(browser: Browser, app: App, { api }: Switchboard): Promise<[Thread, Thread]> {
  const first = await openFresh(browser, app);
  const own = await browser.newPage({ baseURL: app.origin, viewport });
  await app.prepare(own.context());
  await own.goto('/inbox');
  await own.getByRole('link', { name: LONG }).click();
  await readAll(own);
  const ids = await firstTwo(own);
  const ours: Thread = { name: app.name, first, ...(await measureWhole(own)) };
  await own.close();

  const peer = await startPeer('everything', api);
  const page = await browser.newPage({ baseURL: peer.origin, viewport });
  await page.goto(`/#${ids.join()}`);
  await page.getByRole('link').nth(1).waitFor({ timeout: 120_000 });
  await page.getByRole('link').first().click();
  await page.getByRole('log').waitFor({ timeout: 120_000 });
  const theirs: Thread = { name: 'everything in the document', first: [], ...(await measureWhole(page)) };
  await page.close();
  await peer.stop();
  return [ours, theirs];
}

const ms = (value: number) => (Number.isFinite(value) ? value.toFixed(0) : '–');
const over33 = (frames: number[]) => frames.filter((frame) => frame > 33.4).length;

export function threadsSection([own, other]: [Thread, Thread], texts: number): string {
  const ratio = (times: number[]) => median(times) / median(other.whole);
  const wanted: Wanted[] = [
    { what: 'opening ÷ everything in the document', is: ratio(own.first), most: 0.1, unit: '×' },
    { what: 'the same, once it was read to its beginning', is: ratio(own.whole), most: 0.1, unit: '×' },
    { what: 'frames over 33 ms while scrolling', is: over33(own.frames), most: 0, unit: '' },
  ];
  const rows = [own, other].map(({ name, first, whole, frames, dragged, elements }) => [
    name,
    ms(median(first)),
    ms(median(whole)),
    elements.toLocaleString('en'),
    ms(median(frames)),
    ms(Math.max(...frames)),
    over33(frames),
    ms(Math.max(...dragged)),
    over33(dragged),
  ]);
  const head = [
    'opens, texts asked for',
    'opens, all texts read before',
    'elements',
    'a frame, scrolling',
    'the longest',
    'over 33 ms',
    'dragged: the longest',
    'over 33 ms',
  ];
  return `### A thread of ${texts.toLocaleString('en')} texts

${wantedTable(wanted)}

${table(['CPU 4 × slower, ms', ...head], rows)}

From the press to the frame that shows it, medians of ${openings}. **Texts asked for**: a new tab opens it, with what it asks of the API
then. **All texts read before**: they are in the page's memory, so it is drawing alone. **Scrolling**:
${own.frames.length} frames of ${HAND} pixels, half of them back, as a hand does that turns a wheel fast; of ${passes} passes the one in the
middle. **Dragged**: from its end to its
beginning and back in as many, about ${Math.round((2 * texts) / own.frames.length)} texts a frame. The other is React and nothing else: a list of texts with their
times, all in the document.`;
}
