import { z } from 'zod';
import { limits } from '#contract/common.ts';
import type { BlockedNumberFilter } from '#dashboard/api/blockedNumbers.ts';

/** What the address says about the list. */
export const ListState = z.object({
  q: z.string().max(limits.nameLength).default(''),
  page: z.coerce.number().int().min(1).default(1),
  per_page: z.coerce.number().int().min(1).max(limits.perPage.max).default(limits.perPage.default),
});
export type ListState = z.output<typeof ListState>;

/** The request that the address stands for. */
export const filterOf = ({ q, page, per_page }: ListState): BlockedNumberFilter => ({
  ...(q && { q }),
  page,
  per_page,
});
