import { z } from 'zod/mini';
import { limits } from '#contract/common.ts';
import { params } from '#dashboard/lib/urlState.ts';

/** What the address says about the list, and for whom the open template is previewed. */
export const TemplatesState = z.object({
  q: z._default(z.string().check(z.maxLength(limits.nameLength)), ''),
  page: params.page,
  as: z.optional(params.id),
});
export type TemplatesState = z.output<typeof TemplatesState>;

export const PER_PAGE = 100;
