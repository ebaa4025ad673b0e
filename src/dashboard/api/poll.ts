import type { LiveEvent } from '#contract/events.ts';
import { type Message, messageOperations as operations } from '#contract/messages.ts';
import { isAnyVisible } from '#dashboard/lib/tabLock.ts';
import { currentBudget } from './budget.ts';
import { callPage } from './client.ts';

type Polling = {
  /** Asked before each look: messages arrive by themselves, or can't be had now. */
  isNeeded: () => boolean;
  tell: (event: LiveEvent) => void;
};

const PER_PAGE = 50;
const CHECK = 5_000;
/** In ms: while something comes in, while nothing does, and while nobody looks or little is left of the hour. */
const pace = { busy: 40_000, quiet: 90_000, slow: 300_000 };
const RESYNC_APART = 600_000;
const LOW_SHARE = 0.3;
/** The clocks of this device and the service may differ by so much. */
const SKEW = 120_000;

/**
 * Looks for messages until `signal` aborts, and tells of each as an event would: one request shows the newest, so that
 * no open list has to be read again. At most 90 looks an hour, whatever comes.
 */
export async function pollMessages({ isNeeded, tell }: Polling, signal: AbortSignal): Promise<void> {
  const since = Date.now() - SKEW;
  let known: Known | null = null;
  let looked = 0;
  let resynced = Date.now();
  let rest = pace.busy;
  while (!signal.aborted) {
    await pause(CHECK, signal);
    if (signal.aborted || !isNeeded() || Date.now() - looked < (await restNow(rest))) continue;
    looked = Date.now();
    const newest = await look(signal);
    if (!newest) continue;
    const { news, isGap } = compare(known, newest, since);
    for (const message of news.toReversed()) tell({ type: 'message', message });
    if (isGap && Date.now() - resynced > RESYNC_APART) {
      resynced = Date.now();
      tell({ type: 'resync' });
    }
    known = new Map(newest.map(({ id, updated_at }) => [id, updated_at]));
    rest = news.length > 0 ? pace.busy : Math.min(rest * 1.5, pace.quiet);
  }
}

/** Which message had which `updated_at`. */
type Known = ReadonlyMap<number, string>;

/** What is new since the last look, or at the first since `since`; and whether there may be more than is shown. */
function compare(known: Known | null, newest: Message[], since: number) {
  if (!known) return { news: newest.filter(({ updated_at }) => Date.parse(updated_at) > since), isGap: false };
  const isFull = newest.length === PER_PAGE && known.size > 0;
  return {
    news: newest.filter(({ id, updated_at }) => known.get(id) !== updated_at),
    isGap: isFull && newest.every(({ id }) => !known.has(id)),
  };
}

/** The newest messages; null when they can't be had. */
async function look(signal: AbortSignal): Promise<Message[] | null> {
  try {
    return (await callPage(operations.list, { query: { per_page: PER_PAGE }, background: true, signal })).items;
  } catch {
    return null;
  }
}

async function restNow(rest: number) {
  const left = currentBudget();
  const isLow = left !== null && left.limit > 0 && left.remaining < left.limit * LOW_SHARE;
  return isLow || !(await isAnyVisible()) ? pace.slow : rest;
}

function pause(ms: number, signal: AbortSignal) {
  return new Promise<void>((resolve) => {
    const done = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    signal.addEventListener('abort', done);
  });
}
