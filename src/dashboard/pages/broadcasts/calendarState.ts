import { z } from 'zod/mini';

/** What the address says about the calendar. `day` is any day of the month or week that is shown. */
export const CalendarState = z.object({
  view: z._default(z.enum(['month', 'week']), 'month'),
  day: z.optional(z.iso.date()),
});
export type CalendarState = z.output<typeof CalendarState>;
export type Patch = (change: Partial<CalendarState>, options?: { replace?: boolean }) => void;
