import { queryOptions } from '@tanstack/react-query';
import type { Broadcast } from '#contract/broadcasts.ts';
import { broadcastOperations } from '#contract/broadcasts.ts';
import type { Message } from '#contract/messages.ts';
import { messageOperations } from '#contract/messages.ts';
import { optOutOperations } from '#contract/optOuts.ts';
import { isWanted } from '#dashboard/lib/broadcastState.ts';
import { isOfWeek, isRecent } from '#dashboard/lib/week.ts';
import { callPage } from './client.ts';

const PER_PAGE = 100;
/** With the lists of conversations, who waits longest, broadcasts and opt-outs this makes eight requests at most. */
const MESSAGE_PAGES = 3;
/** Texts of the week that are looked at. */
export const TEXTS_AT_MOST = MESSAGE_PAGES * PER_PAGE;

/** Within the last seven days; `complete` is false when there may be more than were looked at. */
export type Week<Item> = { items: Item[]; complete: boolean };

const all = ['overview'] as const;

/** What the first page sums up of the last seven days. */
export const overview = {
  /** The `count` conversations whose last text, unread, is the oldest; the oldest last. `total`: how many are unread. */
  longest: (total: number, count: number) =>
    queryOptions({
      queryKey: [...all, 'longest'] as const,
      queryFn: ({ signal }) =>
        callPage(messageOperations.list, {
          query: {
            scope: 'unread',
            last_message_to_each_contact: true,
            per_page: count,
            offset: Math.max(0, total - count),
          },
          signal,
        }),
      staleTime: 60_000,
    }),

  /** Texts of the week as far as the newest `TEXTS_AT_MOST` reach, one request a hundred. */
  messages: () =>
    queryOptions({
      queryKey: [...all, 'messages'] as const,
      queryFn: async ({ signal }): Promise<Week<Message>> => {
        const items: Message[] = [];
        for (let page = 1; page <= MESSAGE_PAGES; page++) {
          const { items: found } = await callPage(messageOperations.list, {
            query: { per_page: PER_PAGE, page },
            signal,
          });
          items.push(...found.filter(({ created_at }) => isRecent(created_at)));
          if (found.length < PER_PAGE || !isRecent(found.at(-1)?.created_at)) return { items, complete: true };
        }
        return { items, complete: false };
      },
      staleTime: 60_000,
    }),

  /** Those that have gone out, or should have; and `ahead`, those that are still to go out, as far as the newest reach. */
  broadcasts: () =>
    queryOptions({
      queryKey: ['broadcasts', 'list', 'week'] as const,
      queryFn: async ({ signal }): Promise<Week<Broadcast> & { ahead: Broadcast[]; allAhead: boolean }> => {
        const { items } = await callPage(broadcastOperations.list, { query: { per_page: PER_PAGE }, signal });
        const week = weekOf(items, ({ deliver_at, created_at }) => deliver_at ?? created_at);
        return {
          ...week,
          items: week.items.filter((broadcast) => isWanted(broadcast, 'week')),
          ahead: items.filter((broadcast) => isWanted(broadcast, 'scheduled')),
          allAhead: items.length < PER_PAGE,
        };
      },
      staleTime: 60_000,
    }),

  /** Numbers that opted out and did not opt in again. */
  optOuts: () =>
    queryOptions({
      queryKey: ['optOuts', 'list', 'week'] as const,
      queryFn: async ({ signal }) => {
        const { items } = await callPage(optOutOperations.list, { query: { per_page: PER_PAGE }, signal });
        const week = weekOf(items, ({ created_at }) => created_at);
        return { ...week, items: week.items.filter((optOut) => isOfWeek(optOut)) };
      },
      staleTime: 60_000,
    }),
};

/** Newest first: as long as the page's last one is of the week too, there may be more behind it. */
function weekOf<Item>(items: Item[], at: (item: Item) => string | null): Week<Item> {
  const recent = items.filter((item) => isRecent(at(item)));
  return { items: recent, complete: items.length < PER_PAGE || recent.length < items.length };
}
