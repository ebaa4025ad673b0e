import { type InfiniteData, QueryClient } from '@tanstack/react-query';
import { expect, test } from 'vitest';
import type { Page } from '#contract/common.ts';
import type { Message } from '#contract/messages.ts';
import { itemsOf, upsert } from './messageCache.ts';
import { messages } from './messages.ts';

const CONTACT = 7;
const minute = 60_000;

/** The text that came in at that minute. */
const text = (id: number, change: Partial<Message> = {}): Message => ({
  id,
  read: false,
  broadcast_id: null,
  status: 'received',
  deliver_at: null,
  from_autoresponse: false,
  created_at: new Date(id * minute).toISOString(),
  updated_at: new Date(id * minute).toISOString(),
  sender_id: CONTACT,
  receiver_id: 1,
  sender_type: 'Contact',
  receiver_type: 'Account',
  content: `text ${id}`,
  sender_phone: '+13035550142',
  sender_name: 'Dana Reyes',
  sender_email: null,
  receiver_phone: '+17205550110',
  receiver_name: 'Northgate',
  image_url: null,
  thumb_url: null,
  media_urls: null,
  ...change,
});

const pages = (items: Message[], total: number): InfiniteData<Page<Message>, number> => ({
  pages: [{ items, total }],
  pageParams: [0],
});

/** A cache with the newest three of 100 texts, and the newest two of 50 conversations. */
function cacheOf() {
  const cache = new QueryClient();
  const { queryKey: thread } = messages.thread(CONTACT);
  const { queryKey: list } = messages.conversations();
  cache.setQueryData(thread, pages([text(100), text(99), text(98)], 100));
  cache.setQueryData(list, pages([text(100), text(90, { sender_id: 8 })], 50));
  const idsOf = (key: readonly unknown[]) =>
    itemsOf(cache.getQueryData<InfiniteData<Page<Message>, number>>(key)).map(({ id }) => id);
  return { cache, thread: () => idsOf(thread), list: () => idsOf(list) };
}

test('a change to a text further back than is loaded shifts nothing: its page brings it', () => {
  const { cache, thread, list } = cacheOf();
  upsert(cache, text(12, { read: true }));
  upsert(cache, text(20, { sender_id: 9, read: true }));
  expect(thread()).toEqual([100, 99, 98]);
  expect(list()).toEqual([100, 90]);
});

test('a new text stands first, in its thread and in the list; a change is made where the text is', () => {
  const { cache, thread, list } = cacheOf();
  upsert(cache, text(101));
  upsert(cache, text(99, { read: true }));
  upsert(cache, text(102, { sender_id: 9 }));
  expect(thread()).toEqual([101, 100, 99, 98]);
  expect(list()).toEqual([102, 101, 90]);
});

test('a text that has arrived is not on its way again, however late that is told', () => {
  const { cache } = cacheOf();
  upsert(cache, text(101, { status: 'delivered' }));
  upsert(cache, text(101, { status: 'created' }));
  const { queryKey } = messages.thread(CONTACT);
  expect(itemsOf(cache.getQueryData(queryKey))[0]?.status).toBe('delivered');
});
