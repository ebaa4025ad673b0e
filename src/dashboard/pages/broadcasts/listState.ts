import { z } from 'zod';
import { limits } from '#contract/common.ts';
import type { BroadcastListFilter } from '#dashboard/api/broadcastPages.ts';

/** What the address says about the list of broadcasts. */
export const ListState = z.object({
  status: z.enum(['scheduled', 'sending', 'sent', 'held']).optional(),
  group: z.coerce.number().int().positive().optional(),
  /** A day where the reader is: `2026-11-24`. */
  date: z.iso.date().optional(),
  page: z.coerce.number().int().min(1).default(1),
  per_page: z.coerce.number().int().min(1).max(limits.perPage.max).default(limits.perPage.default),
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
] as const;

export const isNarrowed = ({ status, group, date, page }: ListState): boolean =>
  status !== undefined || group !== undefined || date !== undefined || page > 1;
