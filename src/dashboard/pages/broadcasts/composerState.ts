import { z } from 'zod';

/** What the address says about a broadcast that is being written. */
export const ComposerState = z.object({
  /** The key of its draft. */
  draft: z.string().max(64).optional(),
  step: z.enum(['who', 'what', 'review']).default('who'),
  /** Ids of groups to begin with, by commas. */
  group: z
    .string()
    .regex(/^\d+(,\d+)*$/)
    .optional(),
  /** The id of a broadcast to begin with. */
  from: z.coerce.number().int().positive().optional(),
  /** When it is to go out. */
  at: z.iso.datetime({ offset: true }).optional(),
  /** Which of the recipients are shown: `all`, `left`, `left:landline`, `missing:first_name`, `segments:2`, `quiet`, `repeated`. */
  show: z.string().max(40).default('all'),
  q: z.string().max(255).default(''),
  page: z.coerce.number().int().min(1).default(1),
});
export type ComposerState = z.output<typeof ComposerState>;
export type Step = ComposerState['step'];

export const steps = [
  { value: 'who', label: 'Who' },
  { value: 'what', label: 'What' },
  { value: 'review', label: 'Review' },
] as const;

export type Patch = (change: Partial<ComposerState>, options?: { replace?: boolean }) => void;
