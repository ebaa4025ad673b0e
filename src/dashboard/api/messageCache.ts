import type { InfiniteData, QueryClient } from '@tanstack/react-query';
import type { Page } from '#contract/common.ts';
import type { Message } from '#contract/messages.ts';
import { byNewest, isInbound, isPending, isUnread, personOf, standsAt } from '#dashboard/lib/conversation.ts';

type Pages = InfiniteData<Page<Message>, number>;
type Filter = { scope?: string; q?: string };

const threadKey = (contactId: number) => ['messages', 'thread', contactId];

/** Puts a message that was made, received or changed where it belongs in every cached thread and list. */
export function upsert(cache: QueryClient, message: Message): void {
  if (isOutdated(cache, message)) return;
  const { id: contactId } = personOf(message);
  cache.setQueryData<Pages>(threadKey(contactId), (old) => old && withMessage(old, message));
  for (const query of cache.getQueryCache().findAll({ queryKey: ['messages', 'list'] })) {
    const filter = filterOf(query.queryKey);
    if (filter.scope === 'flagged' || filter.scope === 'with_notes') {
      // Whether the person is flagged or has notes is not in the message: a row that is there moves, others wait.
      const pages = cache.getQueryData<Pages>(query.queryKey);
      if (pages && !rowOf(pages, contactId)) void cache.invalidateQueries({ queryKey: query.queryKey });
    }
    cache.setQueryData<Pages>(query.queryKey, (old) => old && listWith(old, message, filter));
  }
}

/** Takes a message out that was cancelled. Its row shows what came before, where that is known. */
export function removed(cache: QueryClient, message: Message): void {
  const { id: contactId } = personOf(message);
  cache.setQueryData<Pages>(threadKey(contactId), (old) => old && without(old, ({ id }) => id === message.id));
  const before = newestOf(cache.getQueryData<Pages>(threadKey(contactId)));
  for (const query of cache.getQueryCache().findAll({ queryKey: ['messages', 'list'] })) {
    const { scope, q } = filterOf(query.queryKey);
    const stands = before && !scope && !q;
    cache.setQueryData<Pages>(query.queryKey, (old) => {
      if (!old || rowOf(old, contactId)?.id !== message.id) return old;
      return stands ? replaced(old, message.id, before) : without(old, ({ id }) => id === message.id);
    });
  }
}

/** Shows messages as read or unread everywhere they are cached. */
export function readAgain(cache: QueryClient, of: readonly Message[], read: boolean): void {
  for (const { id, ...message } of of) upsert(cache, { ...message, id, read });
}

/** The unread messages of a thread, as far as it is loaded. */
export const unreadOf = (cache: QueryClient, contactId: number): Message[] =>
  itemsOf(cache.getQueryData<Pages>(threadKey(contactId))).filter(isUnread);

export const itemsOf = (pages: InfiniteData<Page<Message>, unknown> | undefined): Message[] =>
  pages?.pages.flatMap(({ items }) => items) ?? [];

const filterOf = (key: readonly unknown[]): Filter => {
  const [, , filter] = key;
  return typeof filter === 'object' && filter !== null ? filter : {};
};

const rowOf = (pages: Pages, contactId: number) => itemsOf(pages).find((row) => personOf(row).id === contactId);

const newestOf = (pages: Pages | undefined) => itemsOf(pages).toSorted(byNewest)[0];

/** Events may overtake each other: what is older than what is shown changes nothing. */
function isOutdated(cache: QueryClient, message: Message) {
  const known = itemsOf(cache.getQueryData<Pages>(threadKey(personOf(message).id))).find(({ id }) => id === message.id);
  if (!known) return false;
  // Times may be told by the second: what has arrived was on its way before.
  if (message.status === 'created' && ['delivered', 'failed'].includes(known.status)) return true;
  return Date.parse(known.updated_at) > Date.parse(message.updated_at) + 999;
}

/** A thread with the message in place; a new one, or one that has just gone out, is the newest. */
function withMessage(old: Pages, message: Message): Pages {
  const known = itemsOf(old).find(({ id }) => id === message.id);
  const staysPut = known && isPending(known) === isPending(message);
  if (staysPut) return replaced(old, message.id, message);
  if (!known && isFurtherBack(old, message)) return old;
  const rest = known ? without(old, ({ id }) => id === message.id) : old;
  return atFront(rest, message);
}

/** Older than all that is loaded: it comes with its page. Put before it, it would shift where that page begins. */
function isFurtherBack(old: Pages, message: Message) {
  const loaded = itemsOf(old);
  const last = loaded.at(-1);
  return last !== undefined && loaded.length < (old.pages.at(-1)?.total ?? 0) && byNewest(last, message) < 0;
}

function listWith(old: Pages, message: Message, { scope, q }: Filter): Pages {
  const { id: contactId } = personOf(message);
  const row = rowOf(old, contactId);
  if (q) return row?.id === message.id ? replaced(old, message.id, message) : old;
  if (scope === 'unread') return unreadWith(old, message, row);
  if (scope === 'scheduled' && !isPending(message)) {
    return row?.id === message.id ? without(old, ({ id }) => id === message.id) : old;
  }
  if ((scope === 'flagged' || scope === 'with_notes') && !row) return old;
  if (row?.id === message.id && standsAt(row) === standsAt(message)) return replaced(old, row.id, message);
  if (row ? row.id !== message.id && byNewest(row, message) < 0 : isFurtherBack(old, message)) return old;
  return atFront(row ? without(old, ({ id }) => id === row.id) : old, message);
}

/** Only unread ones; a reply of ours reads the conversation. */
function unreadWith(old: Pages, message: Message, row: Message | undefined): Pages {
  if (isUnread(message)) {
    if (row?.id === message.id) return replaced(old, row.id, message);
    if (row && byNewest(row, message) < 0) return old;
    return atFront(row ? without(old, ({ id }) => id === row.id) : old, message);
  }
  const readsIt = row && (row.id === message.id || isReply(message));
  return readsIt ? without(old, ({ id }) => id === row.id) : old;
}

/** A person answered: not a broadcast, not an auto reply, not something that waits. */
const isReply = (message: Message) =>
  !isInbound(message) && !message.from_autoresponse && message.broadcast_id === null && !isPending(message);

const mapPages = (old: Pages, change: (page: Page<Message>, index: number) => Page<Message>): Pages => ({
  ...old,
  pages: old.pages.map(change),
});

const replaced = (old: Pages, id: number, message: Message) =>
  mapPages(old, (page) =>
    page.items.some((item) => item.id === id)
      ? { ...page, items: page.items.map((item) => (item.id === id ? message : item)) }
      : page,
  );

const atFront = (old: Pages, message: Message) =>
  mapPages(old, ({ items, total }, index) => ({
    items: index === 0 ? [message, ...items] : items,
    total: total + 1,
  }));

function without(old: Pages, isGone: (message: Message) => boolean): Pages {
  const gone = itemsOf(old).filter(isGone).length;
  if (gone === 0) return old;
  return mapPages(old, ({ items, total }) => ({
    items: items.filter((message) => !isGone(message)),
    total: Math.max(0, total - gone),
  }));
}
