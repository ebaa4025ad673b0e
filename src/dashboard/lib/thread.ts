import type { Message } from '#contract/messages.ts';
import { byNewest, isInbound, isPending, standsAt } from './conversation.ts';
import { dayOf } from './dates.ts';

/** A text with what its neighbours decide: whether it closes a run and so carries time and state. */
export type Entry = { message: Message; closesRun: boolean; opensRun: boolean };
export type Day = { key: string; at: number; entries: Entry[] };
/** A thread as it reads: days from old to new, then what has not gone out yet by when it will. */
export type Thread = { days: Day[]; pending: Message[] };

const RUN = 5 * 60_000;

/** Puts texts of any order into days and runs; one that came twice counts once. */
export function threadOf(messages: readonly Message[]): Thread {
  const unique = [...new Map(messages.map((message) => [message.id, message])).values()];
  const gone = unique.filter((message) => !isPending(message)).toSorted((a, b) => byNewest(b, a));
  const days = Map.groupBy(gone, (message) => dayOf(new Date(standsAt(message))));
  return {
    days: [...days].map(([key, inDay]) => ({ key, at: standsAt(inDay[0]!), entries: inDay.map(entryOf) })),
    pending: unique.filter(isPending).toSorted((a, b) => dueAt(a) - dueAt(b) || a.id - b.id),
  };
}

/** About so many texts are drawn together, and so many come near what is read together. */
const BLOCK = 8;
const CHAPTER = 160;

/** Whether a cut is made at what is called `key`, as it is at about `share` of all: always the same answer for one. */
const isCut = (key: number, share: number) => Math.imul(key, 0x9e3779b1) >>> 0 < 2 ** 32 * share;

/**
 * Cuts days into chapters, which stay as they are while the thread grows at either end: the first day, of which older
 * texts may come, begins one in any case, and the newest, which grows too, begins none.
 */
export function chaptersOf(days: readonly Day[]): Day[][] {
  const chapters: Day[][] = [];
  for (const [index, day] of days.entries()) {
    const last = chapters.at(-1);
    const share = index === days.length - 1 ? 0 : day.entries.length / CHAPTER;
    if (last && !isCut(Number(day.key.replaceAll('-', '')), share)) last.push(day);
    else chapters.push([day]);
  }
  return chapters;
}

/**
 * Cuts texts into blocks. Where one begins is decided by the number of its first text alone: neither older nor newer
 * ones move it, so that a thread that grows at either end leaves the others as they are.
 */
export function blocksOf(entries: readonly Entry[]): Entry[][] {
  const blocks: Entry[][] = [];
  for (const entry of entries) {
    const last = blocks.at(-1);
    if (last && !isCut(entry.message.id, 1 / BLOCK)) last.push(entry);
    else blocks.push([entry]);
  }
  return blocks;
}

const dueAt = (message: Message) => Date.parse(message.deliver_at ?? message.created_at) || 0;

const entryOf = (message: Message, index: number, inDay: readonly Message[]): Entry => ({
  message,
  opensRun: !belongTogether(inDay[index - 1], message),
  closesRun: !belongTogether(message, inDay[index + 1]),
});

/** Same side, same sender, same origin, same state, close in time. What failed stands alone, so that its reason is read. */
function belongTogether(first: Message | undefined, second: Message | undefined) {
  return (
    first !== undefined &&
    second !== undefined &&
    isInbound(first) === isInbound(second) &&
    first.sender_id === second.sender_id &&
    first.status === second.status &&
    first.status !== 'failed' &&
    first.broadcast_id === second.broadcast_id &&
    Boolean(first.from_autoresponse) === Boolean(second.from_autoresponse) &&
    standsAt(second) - standsAt(first) < RUN
  );
}
