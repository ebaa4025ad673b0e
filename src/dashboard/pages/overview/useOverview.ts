import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { Message } from '#contract/messages.ts';
import { itemsOf } from '#dashboard/api/messageCache.ts';
import { messages } from '#dashboard/api/messages.ts';
import { overview } from '#dashboard/api/overview.ts';
import { daysAway, instant } from '#dashboard/lib/dates.ts';
import { isInbound } from '#dashboard/lib/conversation.ts';
import { perDay } from '#dashboard/lib/perDay.ts';

const DAYS = 7;
/** Conversations that are shown of each kind. */
export const SHOWN = 8;

/** All that the first page shows, from at most eight requests, and how fresh it is. */
export function useOverview(now: Date) {
  const unread = useInfiniteQuery(messages.conversations({ scope: 'unread' }));
  const scheduled = useInfiniteQuery(messages.conversations({ scope: 'scheduled' }));
  const texts = useQuery(overview.messages());
  const broadcasts = useQuery(overview.broadcasts());
  const optOuts = useQuery(overview.optOuts());
  const unreadTotal = unread.data?.pages.at(-1)?.total ?? 0;
  const newest = itemsOf(unread.data);
  // The list of the inbox begins with the newest, and may not reach to who has waited longest.
  const isCut = unreadTotal > newest.length;
  const longest = useQuery({ ...overview.longest(unreadTotal, SHOWN), enabled: isCut });
  const queries = [unread, scheduled, texts, broadcasts, optOuts, ...(isCut ? [longest] : [])];
  const waiting = ((isCut && longest.data?.items) || newest).toReversed();
  const planned = itemsOf(scheduled.data).toSorted((a, b) => dueAt(a) - dueAt(b));
  const failed = texts.data?.items.filter(({ status }) => status === 'failed');
  return {
    unread,
    scheduled,
    texts,
    broadcasts,
    optOuts,
    waiting,
    planned,
    failed,
    unreadTotal: unread.data?.pages.at(-1)?.total,
    /** Of those read: the inbox begins with the newest, whatever is due first. */
    today: scheduled.data && planned.filter(({ deliver_at }) => isToday(deliver_at, now)).length,
    broadcastsToday: broadcasts.data?.ahead.filter(({ deliver_at }) => isToday(deliver_at, now)).length,
    days: perDay((texts.data?.items ?? []).flatMap(counted), {
      days: DAYS,
      now,
      complete: texts.data?.complete ?? false,
    }),
    /** When the oldest of what is shown was read; 0 before that. */
    since: Math.min(...queries.map(({ dataUpdatedAt }) => dataUpdatedAt)),
    busy: queries.some(({ isFetching }) => isFetching),
    refresh: () => void Promise.all(queries.map(({ refetch }) => refetch())),
  };
}

const dueAt = ({ deliver_at }: Message) => instant(deliver_at)?.getTime() ?? 0;

const isToday = (at: string | null, now: Date) => {
  const date = instant(at);
  return date !== null && daysAway(date, now) === 0;
};

const counted = (message: Parameters<typeof isInbound>[0] & { created_at: string; status: string }) => {
  const at = instant(message.created_at);
  return at && message.status !== 'scheduled' ? [{ at, inbound: isInbound(message) }] : [];
};
