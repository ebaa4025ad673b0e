import { queryOptions } from '@tanstack/react-query';
import { contactOperations } from '#contract/contacts.ts';
import { callPage } from './client.ts';
import { collect, PER_PAGE, type Progress } from './collect.ts';
import { queryClient } from './queryClient.ts';

/** How many carry each tag, among how many contacts, and when that was counted. */
export type TagCount = { of: Record<string, number>; contacts: number; complete: boolean; at: number };

/** The last count, if there was one. The API tells no such thing, so it is asked for by `countCarriers` only. */
export const tagCount = () =>
  queryOptions({
    queryKey: ['tagCount'] as const,
    queryFn: (): TagCount | null => null,
    initialData: null,
    enabled: false,
    gcTime: Infinity,
  });

/** Counts by reading all contacts, a request for each hundred of them and at most `requests`. */
export async function countCarriers(requests: number, onProgress: (progress: Progress) => void): Promise<void> {
  const { items, complete } = await collect(
    (page) => callPage(contactOperations.list, { query: { page, per_page: PER_PAGE } }),
    { limit: requests * PER_PAGE, onProgress },
  );
  const of = new Map<string, number>();
  for (const tag of items.flatMap((contact) => contact.tags)) of.set(tag, (of.get(tag) ?? 0) + 1);
  const counted: TagCount = { of: Object.fromEntries(of), contacts: items.length, complete, at: Date.now() };
  queryClient.setQueryData(tagCount().queryKey, counted);
}
