import { z } from 'zod';

/** What the address says about a console: which delivery is open, and which are listed. */
export const ConsoleState = z.object({
  delivery: z.coerce.number().int().positive().optional(),
  show: z.enum(['failing']).optional(),
});
export type ConsoleState = z.output<typeof ConsoleState>;

export const shows = [
  { value: undefined, label: 'All' },
  { value: 'failing', label: 'Failing' },
] as const;
