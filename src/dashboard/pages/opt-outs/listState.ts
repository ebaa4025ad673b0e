import { z } from 'zod/mini';
import { limits } from '#contract/common.ts';
import type { OptOutFilter } from '#dashboard/api/optOuts.ts';
import { params } from '#dashboard/lib/urlState.ts';

/** What the address says about the list. */
export const ListState = z.object({
  q: z._default(z.string().check(z.maxLength(limits.nameLength)), ''),
  /** Of the last seven days, and not back in. */
  show: z.optional(z.enum(['week'])),
  page: params.page,
  per_page: params.perPage,
});
export type ListState = z.output<typeof ListState>;

export const shows = [
  { value: undefined, label: 'All' },
  { value: 'week', label: 'Last 7 days' },
] as const;

/** What is asked for by the address. */
export const filterOf = ({ q, show, page, per_page }: ListState): OptOutFilter => ({
  ...(q && { q }),
  ...(show === 'week' && { week: true }),
  page,
  per_page,
});
