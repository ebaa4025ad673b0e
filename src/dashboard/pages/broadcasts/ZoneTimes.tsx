import { useMemo } from 'react';
import { dayAndTime } from '#dashboard/lib/dates.ts';
import { count } from '#dashboard/lib/numbers.ts';
import { isQuiet } from '#dashboard/lib/quietHours.ts';
import type { Recipient } from '#dashboard/lib/review.ts';
import { clockAndMark, inHowLong, inUtc } from '#dashboard/lib/sendTime.ts';
import { ownZone, zoneMark } from '#dashboard/lib/zonedTime.ts';
import classes from './ScheduleDialog.module.css';

/** An instant as the sender's clock, the world's and those of the people show it. */
export function ZoneTimes({ at, now, reached }: { at: Date; now: Date; reached: readonly Recipient[] }) {
  const clocks = useMemo(() => clocksOf(reached, at), [reached, at]);
  return (
    <div className={`${classes.times} figures`} role="status">
      <p>
        {dayAndTime(at, now)} {zoneMark(ownZone(), at)}, {inHowLong(at, now)}
      </p>
      <p>{inUtc(at)}</p>
      {clocks.length > 0 && <p>They read it at {clocks.join(', ')}.</p>}
    </div>
  );
}

const SHOWN = 4;

/** `8:30 PM ET (37, quiet hours)`, most people first. */
function clocksOf(reached: readonly Recipient[], at: Date): string[] {
  const people = new Map<string, { number: number; quiet: boolean }>();
  for (const { zones } of reached) {
    const [zone] = zones;
    if (zone === undefined) continue;
    const shown = clockAndMark(at, zone);
    const known = people.get(shown) ?? { number: 0, quiet: isQuiet(at, zone) };
    people.set(shown, { ...known, number: known.number + 1 });
  }
  const all = [...people].toSorted(([, a], [, b]) => b.number - a.number);
  const named = all
    .slice(0, SHOWN)
    .map(([time, { number, quiet }]) => `${time} (${count(number)}${quiet ? ', quiet hours' : ''})`);
  return all.length > SHOWN ? [...named, `${all.length - SHOWN} more zones`] : named;
}
