import type { QueryClient } from '@tanstack/react-query';
import type { Message } from '#contract/messages.ts';
import { isInbound, personOf } from '#dashboard/lib/conversation.ts';
import { changesTexting } from '#dashboard/lib/optOutWords.ts';
import { changedElsewhere } from './changedElsewhere.ts';
import { reportsHear } from './broadcastReports.ts';
import { itemsOf, upsert } from './messageCache.ts';
import { messages } from './messages.ts';

/** A message as an event carries it. */
type Told = Omit<Message, 'media_urls'> & { media_urls?: Message['media_urls'] };

/** A message was made, received or changed: shows it wherever it belongs, without asking the service. */
export function messageArrived(cache: QueryClient, told: Told): void {
  const { media_urls, ...message } = told;
  const { id: contactId } = personOf({ ...message, media_urls: null });
  const known = itemsOf(cache.getQueryData(messages.thread(contactId).queryKey)).find(({ id }) => id === message.id);
  const whole = { ...message, media_urls: media_urls ?? known?.media_urls ?? null };
  upsert(cache, whole);
  reportsHear(cache, whole);
  // STOP and START act by themselves; whether one may be texted is told with the contact.
  if (!known && isInbound(message) && changesTexting(message.content)) changedElsewhere(cache, 'optOuts');
}

/**
 * Events were missed, or there are none: reads again what is on the screen, and lets the rest be read when it is next
 * shown. Only the first page of each is read; what was loaded further back stays.
 */
export async function messagesMissed(cache: QueryClient): Promise<void> {
  await cache.invalidateQueries({ queryKey: messages.all });
}
