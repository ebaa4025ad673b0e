import { type QueryClient, queryOptions } from '@tanstack/react-query';
import type { Contact } from '#contract/contacts.ts';
import { type Message, messageOperations as operations } from '#contract/messages.ts';
import { isInbound } from '#dashboard/lib/conversation.ts';
import { soundsLikeOptOut } from '#dashboard/lib/optOutWords.ts';
import { callPage } from './client.ts';
import { contacts } from './contacts.ts';

const DAYS = 30;
const READ = 100;
/** At a time; for each of them one request tells whether they have opted out meanwhile. */
const SHOWN = 5;

export type NearMiss = { message: Message; contact: Contact };
/** `texts` and `stops`: back to when all texts, and those that say stop, were looked through. */
export type NearMisses = { found: NearMiss[]; texts: Date; stops: Date };

const all = ['nearMisses'] as const;

/**
 * Texts of the last 30 days that read as if their sender wants no more, though the service did not act on them. Any
 * reasonable wording counts by law, so a person has to look: among the newest texts and those that say stop.
 */
export const nearMisses = (dismissed: ReadonlySet<number>) =>
  queryOptions({
    queryKey: [...all, [...dismissed]] as const,
    queryFn: async ({ signal, client: cache }): Promise<NearMisses> => {
      const read = (query: { q?: string }) =>
        callPage(operations.list, { query: { ...query, per_page: READ }, signal });
      const [texts, stops] = await Promise.all([read({}), read({ q: 'stop' })]);
      const since = Date.now() - DAYS * 24 * 3_600_000;
      const said = [...texts.items, ...stops.items].filter(
        (message) =>
          isInbound(message) &&
          !dismissed.has(message.id) &&
          Date.parse(message.created_at) > since &&
          soundsLikeOptOut(message.content),
      );
      const found = await stillTexted(cache, newestOfEach(said));
      return { found, texts: reach(texts.items, since), stops: reach(stops.items, since) };
    },
    staleTime: 60_000,
  });

/** How far back a page of the newest texts reaches: as far as its last one, unless that is all there is. */
export function reach(items: readonly Pick<Message, 'created_at'>[], since: number): Date {
  const last = items.length < READ ? 0 : Math.min(...items.map(({ created_at }) => Date.parse(created_at)));
  return new Date(Math.max(last, since));
}

const newestOfEach = (messages: Message[]) => [
  ...new Map(messages.toSorted((a, b) => a.id - b.id).map((message) => [message.sender_id, message])).values(),
];

async function stillTexted(cache: QueryClient, messages: Message[]): Promise<NearMiss[]> {
  const found: NearMiss[] = [];
  for (const message of messages.toReversed()) {
    if (found.length === SHOWN) break;
    // Somebody who was deleted meanwhile is no matter any more.
    const contact = await cache.fetchQuery(contacts.detail(message.sender_id)).catch(() => null);
    if (contact && !contact.opted_out) found.push({ message, contact });
  }
  return found;
}
