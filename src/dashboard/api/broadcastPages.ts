import { type Broadcast, broadcastOperations as operations } from '#contract/broadcasts.ts';
import type { Page } from '#contract/common.ts';
import { groupOperations } from '#contract/groups.ts';
import { type BroadcastWanted, isWanted, standsAt } from '#dashboard/lib/broadcastState.ts';
import { daysLater } from '#dashboard/lib/calendar.ts';
import { startOf } from '#dashboard/lib/zonedTime.ts';
import { callPage } from './client.ts';
import { collect, PER_PAGE } from './collect.ts';

/** What a list of broadcasts can be asked for. `date` is a day where the reader is: `2026-11-24`. */
export type BroadcastListFilter = {
  status?: BroadcastWanted | undefined;
  group?: number | undefined;
  date?: string | undefined;
  page?: number;
  per_page?: number;
};

/** One page, and whether there may be more that were not looked at. */
export type BroadcastPage = Page<Broadcast> & { complete: boolean };

/** The service can't filter by status: so many of the newest are looked through. */
const SEARCHED = 1_000;

/** One page of the broadcasts that match. What the service can't filter by is filtered here, through the newest 1,000. */
export async function readBroadcasts(filter: BroadcastListFilter, signal?: AbortSignal): Promise<BroadcastPage> {
  const { status, group, date, page = 1, per_page = 25 } = filter;
  const narrowed = status !== undefined || date !== undefined;
  if (!narrowed) return { ...(await readPage({ group, page, per_page }, signal)), complete: true };

  const { items, complete } = date === undefined ? await newest(group, signal) : await onDay(date, signal);
  const found = items.filter(
    (broadcast) =>
      (status === undefined || isWanted(broadcast, status)) && (group === undefined || broadcast.group_id === group),
  );
  return { items: found.slice((page - 1) * per_page, page * per_page), total: found.length, complete };
}

function readPage(
  { group, ...query }: { group: number | undefined; page: number; per_page: number },
  signal?: AbortSignal,
) {
  return group === undefined
    ? callPage(operations.list, { query, signal })
    : callPage(groupOperations.broadcasts, { params: { id: group }, query, signal });
}

const newest = (group: number | undefined, signal?: AbortSignal) =>
  collect((page) => readPage({ group, page, per_page: PER_PAGE }, signal), { limit: SEARCHED });

/** The service's days are in UTC; the reader's day touches two of them. */
async function onDay(date: string, signal?: AbortSignal) {
  const [from, to] = [startOf(date), startOf(daysLater(date, 1))];
  const days = new Set([from, new Date(to.getTime() - 1)].map((at) => at.toISOString().slice(0, 10)));
  const parts = await Promise.all(
    [...days].map((day) =>
      collect((page) => callPage(operations.list, { query: { date: day, page, per_page: PER_PAGE }, signal }), {
        limit: SEARCHED,
      }),
    ),
  );
  const items = parts
    .flatMap((part) => part.items)
    .filter((broadcast) => standsAt(broadcast) >= from && standsAt(broadcast) < to);
  return { items, complete: parts.every((part) => part.complete) };
}
