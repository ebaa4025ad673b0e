import type { QueryClient } from '@tanstack/react-query';
import type { Message } from '#contract/messages.ts';
import { isInbound } from '#dashboard/lib/conversation.ts';
import { isOptOutWord } from '#dashboard/lib/optOutWords.ts';
import { nowAndAfterReads } from './settled.ts';

/**
 * The texts of one broadcast and what came in after it. The service can't list them, so the account's messages are read
 * from the newest back to its start; a week later what comes in is no answer any more and is left alone.
 */
export type BroadcastTexts = {
  texts: Message[];
  inbound: Message[];
  /** Messages read, and how many newer ones are of no interest. */
  read: number;
  skipped: number;
  /** How far back it has come, in milliseconds since 1970. */
  backTo: number | null;
  complete: boolean;
  /** The hour's requests for work that can wait are used up until then, in milliseconds since 1970. */
  waitsUntil: number | null;
  readAt: number;
};

/** Under which the texts of each broadcast are cached, by its id. */
export const reportsRoot = ['broadcastTexts'] as const;

/** Each once, as it was told last. */
export function merged(known: Message[], more: Message[]): Message[] {
  const all = new Map(known.map((message) => [message.id, message]));
  for (const message of more) {
    const old = all.get(message.id);
    if (!old || Date.parse(old.updated_at) <= Date.parse(message.updated_at)) all.set(message.id, message);
  }
  return [...all.values()];
}

/** A message was made, received or changed: puts it into the reports it belongs to. */
export function reportsHear(cache: QueryClient, message: Message): void {
  if (isInbound(message) && isOptOutWord(message.content)) {
    void cache.invalidateQueries({ queryKey: ['broadcastPeople', 'optOuts'] });
  }
  nowAndAfterReads(cache, reportsRoot, () => putInto(cache, message));
}

function putInto(cache: QueryClient, message: Message): void {
  for (const { queryKey } of cache.getQueryCache().findAll({ queryKey: reportsRoot })) {
    cache.setQueryData<BroadcastTexts>(queryKey, (far) => {
      if (!far) return far;
      if (isInbound(message)) return { ...far, inbound: merged(far.inbound, [message]) };
      return message.broadcast_id === queryKey[1] ? { ...far, texts: merged(far.texts, [message]) } : far;
    });
  }
}
