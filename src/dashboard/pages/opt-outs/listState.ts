import { z } from 'zod/mini';
import { limits } from '#contract/common.ts';
import type { OptOutFilter } from '#dashboard/api/optOuts.ts';
import { params } from '#dashboard/lib/urlState.ts';

/** What the address says about the list. */
export const ListState = z.object({
  q: z._default(z.string().check(z.maxLength(limits.nameLength)), ''),
  page: params.page,
  per_page: params.perPage,
});
export type ListState = z.output<typeof ListState>;

/** The request that the address stands for. */
export const filterOf = ({ q, page, per_page }: ListState): OptOutFilter => ({ ...(q && { q }), page, per_page });
