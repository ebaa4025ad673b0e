import { type QueryClient, queryOptions } from '@tanstack/react-query';
import type { Broadcast } from '#contract/broadcasts.ts';
import type { Page } from '#contract/common.ts';
import { type Message, messageOperations as operations } from '#contract/messages.ts';
import { ApiError } from '#dashboard/lib/ApiError.ts';
import { isInbound, standsAt } from '#dashboard/lib/conversation.ts';
import { standsAt as startOf } from '#dashboard/lib/broadcastState.ts';
import { type BroadcastTexts, merged, reportsRoot } from './broadcastReports.ts';
import { callPage } from './client.ts';

export const REPLY_DAYS = 7;
const DAY = 86_400_000;
const PER_PAGE = 100;
/** A service's clock and ours may differ by this. */
const SLACK = 60_000;

export const broadcastTexts = {
  /** Fills while it reads. What a full hour cut off goes on where it was when asked again. */
  of: (broadcast: Broadcast) =>
    queryOptions({
      queryKey: [...reportsRoot, broadcast.id] as const,
      queryFn: ({ signal, client: cache }) => readTexts(cache, broadcast, signal),
      // Messages that arrive or change are put in by events.
      staleTime: Infinity,
      refetchInterval: ({ state }) => {
        const until = state.data?.waitsUntil;
        return until ? Math.max(until - Date.now(), 1_000) : false;
      },
    }),
};

const nothing: Omit<BroadcastTexts, 'skipped'> = {
  texts: [],
  inbound: [],
  read: 0,
  backTo: null,
  complete: false,
  waitsUntil: null,
  readAt: 0,
};

async function readTexts(cache: QueryClient, broadcast: Broadcast, signal: AbortSignal): Promise<BroadcastTexts> {
  const key = broadcastTexts.of(broadcast).queryKey;
  const start = startOf(broadcast).getTime() - SLACK;
  const before = cache.getQueryData(key);
  // What is whole stays on the screen until it is read again as a whole.
  const isShown = !before?.complete;
  let far: BroadcastTexts | undefined = before?.waitsUntil ? before : undefined;
  try {
    far ??= { ...nothing, skipped: await newerThan(start + REPLY_DAYS * DAY, signal) };
    while (!far.complete) {
      const page = await readMessages(far.skipped + far.read, PER_PAGE, signal);
      // Events may have put something in meanwhile.
      const known = isShown && far.read > 0 ? (cache.getQueryData(key) ?? far) : far;
      far = withPage(known, page, broadcast.id, start);
      if (isShown) cache.setQueryData(key, far);
    }
    return far;
  } catch (error) {
    if (!far || !(error instanceof ApiError) || error.status !== 429) throw error;
    return { ...far, waitsUntil: Date.now() + Math.max(error.retryAfter ?? 60, 5) * 1_000 };
  }
}

const readMessages = (offset: number, per_page: number, signal: AbortSignal) =>
  callPage(operations.list, { query: { per_page, ...(offset > 0 && { offset }) }, signal, background: true });

function withPage(far: BroadcastTexts, { items, total }: Page<Message>, id: number, start: number): BroadcastTexts {
  const since = items.filter((message) => standsAt(message) >= start);
  const read = far.read + items.length;
  const last = items.at(-1);
  return {
    ...far,
    texts: merged(
      far.texts,
      since.filter(({ broadcast_id }) => broadcast_id === id),
    ),
    inbound: merged(far.inbound, since.filter(isInbound)),
    read,
    backTo: last ? standsAt(last) : far.backTo,
    // One older message among newer ones may have waited for its time; several in a row are the end.
    complete:
      items.length === 0 || far.skipped + read >= total || items.slice(-5).every((each) => standsAt(each) < start),
    waitsUntil: null,
    readAt: Date.now(),
  };
}

/** How many messages are newer than an instant, give or take a page: found by halving, not by reading them all. */
async function newerThan(instant: number, signal: AbortSignal): Promise<number> {
  if (instant >= Date.now()) return 0;
  const isOlder = async (offset: number) => {
    const [message] = (await readMessages(offset, 1, signal)).items;
    return message === undefined || standsAt(message) < instant;
  };
  let [newer, older] = [0, PER_PAGE];
  while (!(await isOlder(older))) [newer, older] = [older, older * 2];
  while (older - newer > PER_PAGE) {
    const middle = Math.floor((newer + older) / 2);
    if (await isOlder(middle)) older = middle;
    else newer = middle;
  }
  return newer;
}
