import { z } from 'zod/mini';
import { limits } from '#contract/common.ts';
import { GroupOrder } from '#contract/groups.ts';
import type { GroupListFilter } from '#dashboard/api/groups.ts';
import { params } from '#dashboard/lib/urlState.ts';

const paging = {
  page: params.page,
  per_page: params.perPage,
};

/** What the address says about the list of groups. */
export const ListState = z.object({
  q: z._default(z.string().check(z.maxLength(limits.nameLength)), ''),
  sort: z._default(GroupOrder, 'name'),
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

const MembersOrder = z.enum(['name', 'name desc', 'created_at', 'created_at desc']);
export const memberOrders = MembersOrder.options;

/** What the address says about the people of one group. */
export const MembersState = z.object({
  tab: z._default(z.enum(['people', 'broadcasts']), 'people'),
  q: z._default(z.string().check(z.maxLength(limits.nameLength)), ''),
  sort: z._default(MembersOrder, 'name'),
  ...paging,
});
export type MembersState = z.output<typeof MembersState>;
