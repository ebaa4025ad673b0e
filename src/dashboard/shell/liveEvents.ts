import type { QueryClient } from '@tanstack/react-query';
import type { LiveEvent } from '#contract/events.ts';
import { budgetTold } from '#dashboard/api/budget.ts';
import { changedElsewhere } from '#dashboard/api/changedElsewhere.ts';
import type { LiveState } from '#dashboard/api/eventStream.ts';
import { connectLive } from '#dashboard/api/live.ts';
import { messageArrived } from '#dashboard/api/messageEvents.ts';
import { missedSomething } from '#dashboard/api/refresh.ts';
import { liveTold } from '#dashboard/api/session.ts';
import { isInbound, personOf } from '#dashboard/lib/conversation.ts';
import { isAnyVisible, tab } from '#dashboard/lib/tabLock.ts';
import { paths } from '#dashboard/paths.ts';

type Follow = {
  from: string | undefined;
  onState: (state: LiveState) => void;
  isLive: () => boolean;
  onOpen: (path: string) => void;
};

/** Applies what happens elsewhere to what is shown here. Returns what ends it. */
export const followLive = (cache: QueryClient, { from, onState, isLive, onOpen }: Follow): (() => void) =>
  connectLive({
    from,
    onEvent: (event, leads) => {
      apply(cache, event);
      if (leads && event.type === 'message') void tellOf(event.message, onOpen);
    },
    onState,
    isLive,
  });

function apply(cache: QueryClient, event: LiveEvent) {
  if (event.type === 'message') messageArrived(cache, event.message);
  else if (event.type === 'resync') missedSomething(cache);
  else if (event.type === 'budget') budgetTold(event.budget);
  else if (event.type === 'live') liveTold(cache, event.on);
  else if (event.type === 'changed' && event.tab !== tab) changedElsewhere(cache, event.resource, event.operation);
}

const told = new Set<number>();
const RECENT = 5 * 60_000;

/** A text that has just come in while nobody looks. */
async function tellOf(message: Extract<LiveEvent, { type: 'message' }>['message'], open: (path: string) => void) {
  const isNews = isInbound(message) && !message.read && Date.now() - Date.parse(message.created_at) < RECENT;
  if (!isNews || told.has(message.id) || (await isAnyVisible())) return;
  told.add(message.id);
  const { id, name, phone } = personOf({ ...message, media_urls: null });
  const { announce } = await import('#dashboard/lib/alerts.ts');
  announce({
    id: message.id,
    from: name || phone,
    content: message.content,
    onOpen: () => open(paths.conversation(id)),
  });
}
