import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useMemo, useSyncExternalStore } from 'react';
import { contacts } from '#dashboard/api/contacts.ts';
import { itemsOf } from '#dashboard/api/messageCache.ts';
import { messages } from '#dashboard/api/messages.ts';
import { outbox } from '#dashboard/api/outbox.ts';
import { session } from '#dashboard/api/session.ts';
import { isInbound, isUnread, personOf, standsAt } from '#dashboard/lib/conversation.ts';
import { northAmerican } from '#dashboard/lib/phone.ts';
import { threadOf } from '#dashboard/lib/thread.ts';

/** So many texts are drawn at once when a thread opens. */
const AT_ONCE = 20;

/** One conversation as the screen needs it: its texts, those on their way out, and who it is with. */
export function useThread(contactId: number) {
  const query = useInfiniteQuery({ ...messages.thread(contactId), throwOnError: false });
  const { data: contact, error: contactError } = useQuery({ ...contacts.detail(contactId), throwOnError: false });
  const items = useMemo(() => itemsOf(query.data), [query.data]);
  const thread = useMemo(() => threadOf(items), [items]);
  const { data: me } = useQuery(session.current());
  const { outgoing, verdicts } = useSyncExternalStore(outbox.subscribe, outbox.get);
  const [newest] = items;
  const person = newest && personOf(newest);
  const phone = contact?.phone ?? person?.phone ?? '';
  const fullName = contact ? [contact.first_name, contact.last_name].filter(Boolean).join(' ').trim() : undefined;
  const name = fullName ?? person?.name ?? '';
  return {
    contactId,
    query,
    contact,
    contactError,
    thread,
    newest,
    /** Texts from here on are drawn at once; in ms since 1970. */
    recent: items[AT_ONCE] ? standsAt(items[AT_ONCE]) : 0,
    lastInbound: items.find(isInbound),
    unread: items.filter(isUnread),
    /** Who reads this, where the service says so. */
    userId: me?.user?.id,
    verdicts,
    outgoing: outgoing.filter((text) => text.contactId === contactId && text.state !== 'swapping'),
    name,
    phone,
    /** What people call it: the name, else the number. */
    called: name || (northAmerican(phone) ?? phone),
  };
}
export type OpenThread = ReturnType<typeof useThread>;
