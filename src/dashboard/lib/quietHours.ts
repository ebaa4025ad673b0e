import { hourAndDay } from './zonedTime.ts';

// The law allows 8 AM to 9 PM where the recipient is (47 CFR 64.1200(c)(1)); some states allow less: to 8 PM in FL, OK,
// MD and NJ, from 9 AM in CT, from noon on Sundays in TX. These are the hours that all of them allow.
const WEEKDAY = { from: 9, to: 20 };
const SUNDAY = { from: 12, to: 20 };

/** Whether people in `zone` should not be texted then. */
export function isQuiet(at: Date, zone: string): boolean {
  const { hour, day } = hourAndDay(at, zone);
  const { from, to } = day === 0 ? SUNDAY : WEEKDAY;
  return hour < from || hour >= to;
}

const STEP = 30 * 60_000;
const WEEK = 7 * 24 * 3_600_000;

/** The time nearest to `at`, not before `now`, that is quiet in none of the zones; null when there is none in a week. */
export function nearestAllowed(at: Date, zones: readonly string[], now: Date): Date | null {
  const allowed = (time: number) => zones.every((zone) => !isQuiet(new Date(time), zone));
  const whole = Math.floor(at.getTime() / STEP) * STEP;
  for (let away = 0; away <= WEEK; away += STEP) {
    for (const time of [whole - away, whole + STEP + away]) {
      if (time > now.getTime() + STEP / 6 && allowed(time)) return new Date(time);
    }
  }
  return null;
}
