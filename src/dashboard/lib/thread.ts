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

/** About so many texts are drawn together. */
const BLOCK = 24;

/**
 * Cuts texts into blocks. Where one begins is decided by the number of its first text alone: neither older nor newer
 * ones move it, so that a thread that grows at either end leaves the others as they are.
 */
export function blocksOf(entries: readonly Entry[]): Entry[][] {
  const blocks: Entry[][] = [];
  for (const entry of entries) {
    const last = blocks.at(-1);
    if (last && Math.imul(entry.message.id, 0x9e3779b1) >>> 0 >= 2 ** 32 / BLOCK) last.push(entry);
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
