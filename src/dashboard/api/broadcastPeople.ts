import { queryOptions } from '@tanstack/react-query';
import { blockedNumberOperations } from '#contract/blockedNumbers.ts';
import type { Contact } from '#contract/contacts.ts';
import { groupOperations } from '#contract/groups.ts';
import { type OptOut, optOutOperations } from '#contract/optOuts.ts';
import { ApiError } from '#dashboard/lib/ApiError.ts';
import { callPage } from './client.ts';
import { collect, PER_PAGE } from './collect.ts';

/** Read once for a report; Refresh reads it again. */
const once = { staleTime: Infinity, throwOnError: false } as const;

/** Who may have been meant by a broadcast, and why some of them got nothing. */
export const broadcastPeople = {
  root: ['broadcastPeople'] as const,

  /** Everybody in the group now; null where it is gone or the service does not tell. */
  members: (groupId: number) =>
    queryOptions({
      queryKey: [...broadcastPeople.root, 'members', groupId] as const,
      queryFn: async ({ signal }): Promise<Contact[] | null> => {
        const read = (page: number) =>
          callPage(groupOperations.contacts, {
            params: { id: groupId },
            query: { page, per_page: PER_PAGE },
            signal,
            background: true,
          });
        try {
          const { items } = await collect(read);
          // The reference's sample shows the group itself here, which, read kindly, is a person without a number.
          return items.some(({ phone }) => phone === '') ? null : items;
        } catch (error) {
          if (error instanceof ApiError && [404, 405].includes(error.status)) return null;
          throw error;
        }
      },
      ...once,
    }),

  /** Opt-outs since then, newest first. */
  optOuts: (since: number) =>
    queryOptions({
      queryKey: [...broadcastPeople.root, 'optOuts', since] as const,
      queryFn: async ({ signal }): Promise<OptOut[]> => {
        const found: OptOut[] = [];
        for (let page = 1; ; page++) {
          const query = { page, per_page: PER_PAGE };
          const { items, total } = await callPage(optOutOperations.list, { query, signal, background: true });
          found.push(...items.filter(({ updated_at }) => Date.parse(updated_at) >= since));
          const isPast = items.every(({ created_at }) => Date.parse(created_at) < since);
          if (isPast || items.length < PER_PAGE || page * PER_PAGE >= total) return found;
        }
      },
      ...once,
    }),

  /** Every blocked number, E.164 with the plus. */
  blocked: () =>
    queryOptions({
      queryKey: [...broadcastPeople.root, 'blocked'] as const,
      queryFn: async ({ signal }) => {
        const { items } = await collect((page) =>
          callPage(blockedNumberOperations.list, { query: { page, per_page: PER_PAGE }, signal, background: true }),
        );
        return items.map(({ phone }) => `+${phone.replace('+', '')}`);
      },
      ...once,
    }),
};
