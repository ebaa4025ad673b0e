import { limits } from '#contract/common.ts';
import { contacts } from './contacts.ts';
import { messages } from './messages.ts';
import { queryClient } from './queryClient.ts';
import { session } from './session.ts';

/** The plain lists that people begin with, by address; index.html has asked for them (see `first/first.ts`). */
const lists: Record<string, () => Promise<unknown>> = {
  '/inbox': () => queryClient.prefetchInfiniteQuery(messages.conversations()),
  '/contacts': () => queryClient.prefetchQuery(contacts.list({ page: 1, per_page: limits.perPage.default })),
};

/** Puts the list of this address into the cache before it is drawn. Never rejects. */
export async function listAhead({ pathname, search }: Pick<Location, 'pathname' | 'search'>): Promise<void> {
  if (search !== '' || !queryClient.getQueryData(session.current().queryKey)?.username) return;
  await lists[pathname]?.().catch(() => undefined);
}
