import { z } from 'zod/mini';
import { params } from '#dashboard/lib/urlState.ts';

/** What the address says about a broadcast that is being written. */
export const ComposerState = z.object({
  /** The key of its draft. */
  draft: z.optional(z.string().check(z.maxLength(64))),
  step: z._default(z.enum(['who', 'what', 'review']), 'who'),
  /** Ids of groups to begin with, by commas. */
  group: z.optional(z.string().check(z.regex(/^\d+(,\d+)*$/))),
  /** The id of a broadcast to begin with. */
  from: z.optional(params.id),
  /** When it is to go out. */
  at: z.optional(z.iso.datetime({ offset: true })),
  /** Which of the recipients are shown: `all`, `left`, `left:landline`, `missing:first_name`, `segments:2`, `quiet`, `repeated`. */
  show: z._default(z.string().check(z.maxLength(40)), 'all'),
  q: z._default(z.string().check(z.maxLength(255)), ''),
  page: params.page,
});
export type ComposerState = z.output<typeof ComposerState>;
export type Step = ComposerState['step'];

export const steps = [
  { value: 'who', label: 'Who' },
  { value: 'what', label: 'What' },
  { value: 'review', label: 'Review' },
] as const;

export type Patch = (change: Partial<ComposerState>, options?: { replace?: boolean }) => void;
