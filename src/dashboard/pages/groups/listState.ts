import { z } from 'zod';
import { limits } from '#contract/common.ts';
import { GroupOrder } from '#contract/groups.ts';
import type { GroupListFilter } from '#dashboard/api/groups.ts';

const paging = {
  page: z.coerce.number().int().min(1).default(1),
  per_page: z.coerce.number().int().min(1).max(limits.perPage.max).default(limits.perPage.default),
};

/** What the address says about the list of groups. */
export const ListState = z.object({
  q: z.string().max(limits.nameLength).default(''),
  sort: GroupOrder.default('name'),
  ...paging,
});
export type ListState = z.output<typeof ListState>;

/** The request that the address stands for. */
export const filterOf = ({ q, sort, page, per_page }: ListState): GroupListFilter => ({
  ...(q && { q }),
  order_by: sort,
  page,
  per_page,
});

/** What the address says about the people of one group. */
export const MembersState = z.object({
  tab: z.enum(['people', 'broadcasts']).default('people'),
  sort: z.enum(['name', 'name desc', 'created_at', 'created_at desc']).default('name'),
  ...paging,
});
export type MembersState = z.output<typeof MembersState>;
