import { setTimeout as pause } from 'node:timers/promises';
import type { Browser } from '@playwright/test';
import type { App, Place } from './apps.ts';
import { type BarePage, bareProfile } from './barePage.ts';
import { type Seen, settled, throttle, watch } from './inPage.ts';
import { median } from './report.ts';

/** Times in ms, sizes in KB (1,000 bytes) of scripts and styles. */
export type Visit = {
  firstPaint: number;
  firstRow: number;
  /** What long tasks took over 50 ms each: from the beginning, and after the first paint, as Lighthouse counts. */
  blocking: number;
  blockingAfterPaint: number;
  /** Scripts and styles from the network, until the first row and in all. */
  codeAtRow: number;
  code: number;
  codeFiles: number;
  /** Everything from the network in all, fonts, data and pictures too. */
  kilobytes: number;
  /** Everything from the network, until the first row and in all; the event stream is not in it. */
  requestsAtRow: number;
  requests: number;
};

export const networks = ['Slow 4G, CPU 4 × slower', 'unthrottled'] as const;
export type Network = (typeof networks)[number];
type Pair = { cold: Visit; warm: Visit };
/** The medians, by app, place and network. */
export type Visits = (app: string, place: Place, network: Network) => Pair;

const sum = (values: number[]) => values.reduce((a, b) => a + b, 0);

function visitOf({ firstPaint, firstRow, blocked, loaded }: Seen): Visit {
  const fetched = loaded.filter(({ fromNetwork }) => fromNetwork);
  const code = fetched.filter(({ isCode }) => isCode);
  const byRow = ({ at }: { at: number }) => at <= firstRow;
  const kb = (files: typeof code) => sum(files.map(({ bytes }) => bytes)) / 1_000;
  return {
    firstPaint,
    firstRow,
    blocking: sum(blocked.map(({ over }) => over)),
    blockingAfterPaint: sum(blocked.filter(({ at }) => at >= firstPaint).map(({ over }) => over)),
    codeAtRow: kb(code.filter(byRow)),
    code: kb(code),
    codeFiles: code.filter(({ isPage }) => !isPage).length,
    kilobytes: kb(fetched),
    requestsAtRow: fetched.filter(byRow).length,
    requests: fetched.length,
  };
}

/** Nobody leaves at once: what a page does for its next visit, it has done by then. */
async function stay(page: BarePage) {
  await pause(4_000);
  await page.evaluate(async () => {
    const [kept] = await navigator.serviceWorker.getRegistrations();
    if (kept) await navigator.serviceWorker.ready;
  });
}

/** Somebody comes for the first time, and once more in a new tab. */
async function visitTwice(browser: Browser, app: App, place: Place, network: Network): Promise<Pair> {
  const context = await browser.newContext();
  await app.prepare(context);
  const profile = await bareProfile(browser, await context.cookies());
  await context.close();
  const { path, rows } = app.places[place];
  const visit = async () => {
    const page = await profile.open(1440, 900);
    const isSlow = network !== 'unthrottled';
    await throttle(page, { network: isSlow, cpu: isSlow ? 4 : 1 });
    await watch(page, rows);
    await page.goto(app.origin + path);
    const seen = await settled(page);
    await stay(page);
    await page.close();
    return visitOf(seen);
  };
  const both = { cold: await visit(), warm: await visit() };
  await profile.close();
  return both;
}

const medians = (visits: Visit[]) =>
  Object.fromEntries(
    Object.keys(visits[0]!).map((key) => [key, median(visits.map((visit) => visit[key as keyof Visit]))]),
  ) as Visit;

/** Visits each list of each app, in turns. */
export async function measureVisits(browser: Browser, apps: App[], rounds: number): Promise<Visits> {
  const all = new Map<string, Pair[]>();
  for (let round = 1; round <= rounds; round += 1) {
    for (const network of networks) {
      for (const place of ['inbox', 'contacts'] as const) {
        for (const app of apps) {
          const key = `${app.name} ${place} ${network}`;
          all.set(key, [...(all.get(key) ?? []), await visitTwice(browser, app, place, network)]);
        }
      }
    }
    console.log(`first loads: round ${round} of ${rounds}`);
  }
  return (app, place, network) => {
    const pairs = all.get(`${app} ${place} ${network}`) ?? [];
    return { cold: medians(pairs.map(({ cold }) => cold)), warm: medians(pairs.map(({ warm }) => warm)) };
  };
}
