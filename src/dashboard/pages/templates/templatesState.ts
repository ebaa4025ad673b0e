import { z } from 'zod';
import { limits } from '#contract/common.ts';

/** What the address says about the list, and for whom the open template is previewed. */
export const TemplatesState = z.object({
  q: z.string().max(limits.nameLength).default(''),
  page: z.coerce.number().int().min(1).default(1),
  as: z.coerce.number().int().positive().optional(),
});
export type TemplatesState = z.output<typeof TemplatesState>;

export const PER_PAGE = 100;
