import { z } from 'zod/mini';
import type { BroadcastListFilter } from '#dashboard/api/broadcastPages.ts';
import { params } from '#dashboard/lib/urlState.ts';

/** What the address says about the list of broadcasts. */
export const ListState = z.object({
  status: z.optional(z.enum(['scheduled', 'sending', 'sent', 'held', 'week'])),
  group: z.optional(params.id),
  /** A day where the reader is: `2026-11-24`. */
  date: z.optional(z.iso.date()),
  page: params.page,
  per_page: params.perPage,
});
export type ListState = z.output<typeof ListState>;

/** The request that the address stands for. */
export const filterOf = ({ status, group, date, page, per_page }: ListState): BroadcastListFilter => ({
  ...(status && { status }),
  ...(group && { group }),
  ...(date && { date }),
  page,
  per_page,
});

export const statuses = [
  { value: undefined, label: 'All' },
  { value: 'scheduled', label: 'Scheduled' },
  { value: 'sending', label: 'Going out' },
  { value: 'sent', label: 'Sent' },
  { value: 'held', label: 'Held' },
  { value: 'week', label: 'Last 7 days' },
] as const;

export const isNarrowed = ({ status, group, date, page }: ListState): boolean =>
  status !== undefined || group !== undefined || date !== undefined || page > 1;
