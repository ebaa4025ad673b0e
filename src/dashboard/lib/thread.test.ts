import { expect, test } from 'vitest';
import type { Message } from '#contract/messages.ts';
import { blocksOf, threadOf } from './thread.ts';

const noon = new Date(2026, 10, 20, 12).getTime();
const iso = (at: number) => new Date(at).toISOString();

const text = (id: number, at: number, change: Partial<Message> = {}): Message => ({
  id,
  read: true,
  broadcast_id: null,
  status: 'delivered',
  deliver_at: null,
  from_autoresponse: false,
  created_at: iso(at),
  updated_at: iso(at),
  sender_id: 1,
  receiver_id: 7,
  sender_type: 'User',
  receiver_type: 'Contact',
  content: `text ${id}`,
  sender_phone: '+17205550110',
  sender_name: 'Maya Ortiz',
  sender_email: null,
  receiver_phone: '+13035550142',
  receiver_name: 'Dana Reyes',
  image_url: null,
  thumb_url: null,
  media_urls: null,
  ...change,
});
const inbound = (id: number, at: number) =>
  text(id, at, { sender_type: 'Contact', receiver_type: 'Account', sender_id: 7, status: 'received' });

test('texts are put into calendar days, oldest first, whatever order they come in', () => {
  const day = 86_400_000;
  const { days } = threadOf([text(3, noon), text(1, noon - day), text(2, noon - 60_000)]);
  expect(days.map(({ key, entries }) => [key, entries.map(({ message }) => message.id)])).toEqual([
    ['2026-11-19', [1]],
    ['2026-11-20', [2, 3]],
  ]);
});

test('a text that came twice, by a page and by an event, is shown once', () => {
  const { days } = threadOf([text(1, noon), text(1, noon, { status: 'failed' })]);
  expect(days.flatMap(({ entries }) => entries).map(({ message }) => message.status)).toEqual(['failed']);
});

test('a run ends when the side changes, when five minutes pass, or when one failed', () => {
  const minute = 60_000;
  const { days } = threadOf([
    text(1, noon),
    text(2, noon + minute),
    inbound(3, noon + 2 * minute),
    inbound(4, noon + 8 * minute),
    text(5, noon + 9 * minute, { status: 'failed' }),
    text(6, noon + 9 * minute, { status: 'failed' }),
  ]);
  expect(days[0]?.entries.map(({ closesRun }) => closesRun)).toEqual([false, true, true, true, true, true]);
  expect(days[0]?.entries.map(({ opensRun }) => opensRun)).toEqual([true, false, true, true, true, true]);
});

test('what has not gone out stands at the end, by when it will', () => {
  const { days, pending } = threadOf([
    text(1, noon, { status: 'scheduled', deliver_at: iso(noon + 9_000) }),
    text(2, noon, { status: 'scheduled', deliver_at: iso(noon + 5_000) }),
    text(3, noon),
  ]);
  expect(days.flatMap(({ entries }) => entries)).toHaveLength(1);
  expect(pending.map(({ id }) => id)).toEqual([2, 1]);
});

test('a scheduled text that went out stands where it went out, not where it was made', () => {
  const made = noon - 3 * 86_400_000;
  const { days } = threadOf([text(1, made, { deliver_at: iso(noon) })]);
  expect(days.map(({ key }) => key)).toEqual(['2026-11-20']);
});

test('blocks hold every text once and in order, stay where they are as a thread grows, and never grow long', () => {
  const ids = Array.from({ length: 10_000 }, (_, n) => n * 3 + 1);
  const blocks = (from: number, to: number) =>
    blocksOf(threadOf(ids.slice(from, to).map((id) => text(id, noon + id))).days[0]!.entries).map((entries) =>
      entries.map(({ message }) => message.id),
    );
  const all = blocks(0, ids.length);
  expect(all.flat()).toEqual(ids);
  expect(Math.max(...all.map(({ length }) => length))).toBeLessThan(80);
  expect(all.length).toBeLessThan(2_000);
  // Older and newer ones change the first and the last block alone.
  const some = blocks(3_000, 4_000);
  expect(all.map(String)).toEqual(expect.arrayContaining(some.slice(1, -1).map(String)));
  expect(all.map(([first]) => first)).toEqual(expect.arrayContaining(some.slice(1).map(([first]) => first)));
});
