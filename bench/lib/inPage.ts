import { setTimeout as pause } from 'node:timers/promises';
import { type CDPSession, type Page } from '@playwright/test';
import type { BarePage } from './barePage.ts';

// Watching a page from inside it, by its own clock.

/**
 * What was seen since the page began, in its milliseconds. `isCode`: scripts, styles and the page, which may hold either;
 * bytes are as transferred, without headers.
 */
export type Seen = {
  firstPaint: number;
  firstRow: number;
  /** All long tasks: what each took over 50 ms. */
  blocked: { at: number; over: number }[];
  loaded: { url: string; at: number; fromNetwork: boolean; bytes: number; isCode: boolean; isPage: boolean }[];
};

/** Lighthouse's mobile settings, as its "Slow 4G" is put on by Chrome's own throttling. */
const slow = { latency: 562.5, downloadThroughput: (1_474.56 * 1_000) / 8, uploadThroughput: (675 * 1_000) / 8 };
const unthrottled = { latency: 0, downloadThroughput: -1, uploadThroughput: -1 };

export async function throttle(
  session: CDPSession | BarePage,
  { network = false, cpu }: { network?: boolean; cpu: number },
) {
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', { offline: false, ...(network ? slow : unthrottled) });
  await session.send('Emulation.setCPUThrottlingRate', { rate: cpu });
}

/** What watches a page from its beginning; `rows` chooses what it is waited for. */
const watching = (rows: string) => `(${String(watchFor)})(${JSON.stringify(rows)})`;

function watchFor(selector: string) {
  performance.setResourceTimingBufferSize(5_000);
  const seen = { firstRow: 0, blocked: [] as Seen['blocked'] };
  Object.assign(globalThis, { seen });
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) seen.blocked.push({ at: startTime, over: duration - 50 });
  }).observe({ type: 'longtask', buffered: true });
  const painted = () => (seen.firstRow = performance.now());
  const look = () => {
    // Runs next after the frame: a message would wait for whatever the page itself has lined up.
    if (document.querySelector(selector)?.textContent?.trim())
      void scheduler.postTask(painted, { priority: 'user-blocking' });
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

/** Begins to watch before anything of the next page runs. */
export const watch = (page: Page | BarePage, rows: string) =>
  'addInitScript' in page
    ? page.addInitScript({ content: watching(rows) })
    : page.send('Page.addScriptToEvaluateOnNewDocument', { source: watching(rows) });

const look = (page: Pick<BarePage, 'evaluate'>): Promise<Seen> =>
  page.evaluate(() => {
    const { firstRow, blocked } = Reflect.get(globalThis, 'seen') as Pick<Seen, 'firstRow' | 'blocked'>;
    const entries = [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')];
    return {
      firstPaint: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0,
      firstRow,
      blocked,
      loaded: (entries as PerformanceResourceTiming[]).map((entry) => ({
        url: entry.name,
        at: entry.responseEnd,
        fromNetwork: entry.transferSize > 0,
        bytes: entry.encodedBodySize,
        isPage: entry.entryType === 'navigation',
        isCode: entry.entryType === 'navigation' || /\.(js|css)$/.test(new URL(entry.name).pathname),
      })),
    };
  });

/** What was seen once the rows are there and for two seconds nothing was loaded and nothing took long. */
export async function settled(page: Pick<BarePage, 'evaluate'>): Promise<Seen> {
  const sizeOf = ({ firstRow, blocked, loaded }: Seen) => `${firstRow > 0} ${blocked.length} ${loaded.length}`;
  let seen = await look(page);
  let still = 0;
  const deadline = Date.now() + 120_000;
  while (seen.firstRow === 0 || still < 4) {
    if (Date.now() > deadline)
      throw new Error(`${await page.evaluate(() => location.href)} shows no rows, or never rests`);
    await pause(500);
    const now = await look(page);
    still = sizeOf(now) === sizeOf(seen) ? still + 1 : 0;
    seen = now;
  }
  return seen;
}

/** Milliseconds from the last press of `act` to the frame that shows other rows; `sent`: from the request for them. */
export async function untilOtherRows(page: Page, rows: string, act: () => Promise<unknown>) {
  await page.evaluate((selector) => {
    const text = () => document.querySelector(selector)?.textContent?.trim() ?? '';
    const before = text();
    let pressed = performance.now();
    const note = ({ timeStamp }: Event) => (pressed = timeStamp);
    for (const type of ['click', 'keydown']) addEventListener(type, note, { capture: true });
    const shown = new Promise<{ pressed: number; at: number }>((resolve, reject) => {
      setTimeout(() => reject(new Error(`no other ${selector} within a minute`)), 60_000);
      const painted = () => resolve({ pressed, at: performance.now() });
      const step = () => {
        const now = text();
        const isOther = now !== '' && now !== before && !document.querySelector('main [data-dimmed]');
        if (isOther) void scheduler.postTask(painted, { priority: 'user-blocking' });
        else requestAnimationFrame(step);
      };
      requestAnimationFrame(step);
    });
    Object.assign(globalThis, { shown });
  }, rows);
  await act();
  const { pressed, at } = await page.evaluate(
    () => Reflect.get(globalThis, 'shown') as Promise<{ pressed: number; at: number }>,
  );
  await page.waitForTimeout(1_000);
  const asked = await page.evaluate(
    (from) =>
      (performance.getEntriesByType('resource') as PerformanceResourceTiming[])
        .filter(({ name, startTime }) => startTime >= from && new URL(name).pathname.startsWith('/api/'))
        .map(({ startTime }) => startTime),
    pressed,
  );
  return { took: at - pressed, sent: at - Math.min(at, ...asked), requests: asked.length };
}
