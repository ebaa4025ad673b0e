import { countdown } from './dates.ts';
import { clockIn, dayAndClockIn, exactMark, readWall, zoneMark, zoneName } from './zonedTime.ts';

/** Which of two times is meant where the clocks change. */
export type Side = 'earlier' | 'later';

/** What a date and time as typed comes to: an instant, why it is none, or a question where the clocks change. */
export type SendTime =
  | { at: Date; refusal?: undefined; ask?: undefined }
  | { at?: undefined; refusal: string; ask?: undefined }
  | { at?: undefined; refusal?: undefined; ask: { says: string; choices: { side: Side; at: Date; label: string }[] } };

const LATEST = 366 * 24 * 3_600_000;

/** Reads `2026-11-24T15:00` in `zone`. `side` answers the question where there is one. */
export function sendTime(field: string, zone: string, now: Date, side?: Side): SendTime {
  const read = readWall(field, zone);
  if (!read) return { refusal: 'Choose a date and a time.' };
  if (read.kind === 'one') return inTime(read.at, now);
  if (side) return inTime(read[side], now);
  const choices = (['earlier', 'later'] as const).map((each) => ({
    side: each,
    at: read[each],
    label: `${dayAndClockIn(read[each], zone)} ${exactMark(zone, read[each])}`,
  }));
  const what = `${field.slice(11, 16)} in ${zoneName(zone, read.earlier)}`;
  const says =
    read.kind === 'gap'
      ? `${what} does not exist on this day: the clocks are put forward over it. Which do you mean?`
      : `${what} comes twice on this day: the clocks are put back. Which do you mean?`;
  return { ask: { says, choices } };
}

function inTime(at: Date, now: Date): SendTime {
  if (at.getTime() < now.getTime() + 60_000) return { refusal: 'This time is past. Choose a later one.' };
  if (at.getTime() > now.getTime() + LATEST)
    return { refusal: 'This is more than a year away. Choose an earlier time.' };
  return { at };
}

/** `in 3 h 49 min`; `now` once it is due. */
export const inHowLong = (at: Date, now: Date): string => (at > now ? `in ${countdown(at, now)}` : 'due now');

/** `8:30 PM ET` */
export const clockAndMark = (at: Date, zone: string): string => `${clockIn(at, zone)} ${zoneMark(zone, at)}`;

/** `Tue, Nov 24, 1:30 AM UTC` */
export const inUtc = (at: Date): string => `${dayAndClockIn(at, 'UTC')} UTC`;
