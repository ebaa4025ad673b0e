import type { Page } from '#contract/common.ts';
import type { Contact } from '#contract/contacts.ts';
import type { Found } from '#dashboard/api/foundContacts.ts';
import type { Loading } from '#dashboard/ui/List.tsx';

const names = new Intl.Collator(undefined, { sensitivity: 'base', numeric: true });

/** As the service orders by name. */
export const byName = (a: Contact, b: Contact): number =>
  names.compare(a.last_name ?? '', b.last_name ?? '') ||
  names.compare(a.first_name ?? '', b.first_name ?? '') ||
  names.compare(a.phone, b.phone);

/** One page of the contacts that were found by reading, for a list that else asks the service. */
export const foundPage = (
  whole: readonly Contact[] | null | undefined,
  { page, per_page }: { page: number; per_page: number },
  found: Found | null | undefined,
): Loading<Page<Contact>> => ({
  data: whole ? { items: whole.slice((page - 1) * per_page, page * per_page), total: whole.length } : undefined,
  error: null,
  isFetching: false,
  isPlaceholderData: false,
  refetch: () => undefined,
  dataUpdatedAt: found?.at ?? 0,
});
