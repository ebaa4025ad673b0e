import type { QueryClient } from '@tanstack/react-query';
import type { Message } from '#contract/messages.ts';
import { isInbound, personOf } from '#dashboard/lib/conversation.ts';
import { changesTexting, isOptOutWord } from '#dashboard/lib/optOutWords.ts';
import { changedElsewhere } from './changedElsewhere.ts';
import { reportsHear } from './broadcastReports.ts';
import { patchContact } from './contactCache.ts';
import { itemsOf, upsert } from './messageCache.ts';
import { messages } from './messages.ts';
import { nowAndAfterReads } from './settled.ts';

/** A message as an event carries it. */
type Told = Omit<Message, 'media_urls'> & { media_urls?: Message['media_urls'] };

/** A message was made, received or changed: shows it wherever it belongs, without asking the service. */
export function messageArrived(cache: QueryClient, told: Told): void {
  const { media_urls, ...message } = told;
  const { id: contactId } = personOf({ ...message, media_urls: null });
  const known = itemsOf(cache.getQueryData(messages.thread(contactId).queryKey)).find(({ id }) => id === message.id);
  const whole = { ...message, media_urls: media_urls ?? known?.media_urls ?? null };
  nowAndAfterReads(cache, messages.all, () => upsert(cache, whole));
  reportsHear(cache, whole);
  if (!known && isInbound(message) && isNew(message) && changesTexting(message.content)) {
    // STOP and START act by themselves: shown ahead of what the service tells with the contact.
    patchContact(cache, contactId, { opted_out: isOptOutWord(message.content) });
    changedElsewhere(cache, 'optOuts');
  }
}

/** Told for the first time; one that is marked read later is told again. */
const isNew = ({ created_at, updated_at }: Told) => Date.parse(updated_at) - Date.parse(created_at) < 2_000;
