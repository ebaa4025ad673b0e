import { z } from 'zod';

/** What the address says about the calendar. `day` is any day of the month or week that is shown. */
export const CalendarState = z.object({
  view: z.enum(['month', 'week']).default('month'),
  day: z.iso.date().optional(),
});
export type CalendarState = z.output<typeof CalendarState>;
export type Patch = (change: Partial<CalendarState>, options?: { replace?: boolean }) => void;
