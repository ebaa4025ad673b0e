import { z } from 'zod/mini';
import type { Received } from '#contract/received.ts';
import { params } from '#dashboard/lib/urlState.ts';

/** What the address says about a console: which delivery is open, and which are listed. */
export const ConsoleState = z.object({
  delivery: z.optional(params.id),
  show: z.optional(z.enum(['failing'])),
});
export type ConsoleState = z.output<typeof ConsoleState>;

export const shows = [
  { value: undefined, label: 'All' },
  { value: 'failing', label: 'Failing' },
] as const;

/** What the gateway's receiver answered to a delivery. */
export const answers: Record<Received['verdict'], string> = {
  taken: 'Passed on',
  unsigned: 'Refused with 401',
  unreadable: 'Refused: no version 2 payload',
  stale: 'Refused: too old',
};
