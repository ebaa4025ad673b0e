import { queryOptions } from '@tanstack/react-query';
import { type Contact, contactOperations } from '#contract/contacts.ts';
import { callPage } from './client.ts';
import { collect, PER_PAGE, type Progress } from './collect.ts';
import { queryClient } from './queryClient.ts';

export type Carrier = Pick<Contact, 'id' | 'phone' | 'first_name' | 'last_name' | 'business_name'>;

/** Who carries each tag, among how many contacts, and when that was looked up. */
export type Carriers = { of: ReadonlyMap<string, Carrier[]>; contacts: number; complete: boolean; at: number };

/** What was found last, if anything. The API does not tell who has a tag, so `findCarriers` alone asks for it. */
export const tagCarriers = () =>
  queryOptions({
    queryKey: ['tagCarriers'] as const,
    queryFn: (): Carriers | null => null,
    initialData: null,
    enabled: false,
    gcTime: Infinity,
    structuralSharing: false,
  });

/** Finds out by reading all contacts, a request for each hundred of them and at most `requests`. */
export async function findCarriers(requests: number, onProgress: (progress: Progress) => void): Promise<void> {
  const { items, complete } = await collect(
    (page) => callPage(contactOperations.list, { query: { page, per_page: PER_PAGE } }),
    { limit: requests * PER_PAGE, onProgress },
  );
  const of = new Map<string, Carrier[]>();
  for (const { id, phone, first_name, last_name, business_name, tags } of items) {
    const carrier = { id, phone, first_name, last_name, business_name };
    for (const tag of tags) {
      const known = of.get(tag);
      if (known) known.push(carrier);
      else of.set(tag, [carrier]);
    }
  }
  const found: Carriers = { of, contacts: items.length, complete, at: Date.now() };
  queryClient.setQueryData(tagCarriers().queryKey, found);
}
