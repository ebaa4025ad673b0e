import type { QueryClient } from '@tanstack/react-query';
import { contacts } from './contacts.ts';
import { messages } from './messages.ts';

/** Reads a conversation ahead of its opening; does nothing where it is known already. */
export function prefetchThread(cache: QueryClient, contactId: number): void {
  void cache.prefetchInfiniteQuery(messages.thread(contactId));
  void cache.prefetchQuery(contacts.detail(contactId));
}
