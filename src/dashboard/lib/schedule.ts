import { daysLater } from './calendar.ts';
import { clockIn, exactMark, hourAndDay, ownZone, readWall, wallOf, zoneName } from './zonedTime.ts';

/** A quick choice of when: what it is called and the instant it stands for. */
export type Preset = { label: string; at: Date };

const MINUTE = 60_000;

/** The next times people mean by "tomorrow morning" and the like where the reader is, seen from `now`; none is in the past. */
export function presets(now: Date, zone = ownZone()): Preset[] {
  const today = wallOf(now, zone).slice(0, 10);
  const { day } = hourAndDay(now, zone);
  const at = (days: number, hour: number) => timeOn(daysLater(today, days), hour, zone);
  const choices = [
    { label: 'In an hour', at: new Date(Math.floor(now.getTime() / MINUTE) * MINUTE + 60 * MINUTE) },
    { label: 'This afternoon', at: at(0, 16) },
    { label: 'Tomorrow morning', at: at(1, 8) },
    { label: 'Tomorrow afternoon', at: at(1, 13) },
    // On a Sunday that is tomorrow morning.
    ...(day === 0 ? [] : [{ label: 'Monday morning', at: at(8 - day, 8) }]),
  ];
  const soon = now.getTime() + 90 * MINUTE;
  return choices.filter(({ at, label }) => at.getTime() > (label === 'This afternoon' ? soon : now.getTime()));
}

function timeOn(day: string, hour: number, zone: string): Date {
  const wall = readWall(`${day}T${String(hour).padStart(2, '0')}:00`, zone);
  if (!wall) throw new RangeError(`${day} is no day`);
  return wall.kind === 'one' ? wall.at : wall.later;
}

/** What `<input type="datetime-local">` holds for an instant where the reader is, e.g. `2026-11-24T15:00`. */
export const localField = (at: Date, zone = ownZone()) => wallOf(at, zone);

/** What the field says: an instant, or why it is none. `other` is the same hour once more, where clocks are put back. */
export type Chosen =
  { at: Date; refusal?: undefined; note?: string; other?: Date } | { at?: undefined; refusal: string };

const LATEST_DAYS = 366;

/** Reads the field as a time where the reader is. Refuses what is past or unreadable; explains what a change of clocks does to it. */
export function chosenTime(field: string, now: Date, zone = ownZone()): Chosen {
  const wall = readWall(field, zone);
  if (!wall) return { refusal: 'Choose a date and a time.' };
  const at = wall.kind === 'one' ? wall.at : wall.kind === 'gap' ? wall.later : wall.earlier;
  if (at.getTime() <= now.getTime()) {
    if (wall.kind === 'overlap' && wall.later.getTime() > now.getTime()) return { at: wall.later };
    return { refusal: 'This time is past. Choose a later one.' };
  }
  if (wall.kind === 'gap') {
    return { at, note: `The clocks are put forward over this time, so it goes out at ${clockIn(at, zone)}.` };
  }
  if (wall.kind === 'overlap') {
    const first = `${clockIn(at, zone)} ${exactMark(zone, at)}`;
    return {
      at,
      other: wall.later,
      note: `The clocks are put back, so this hour comes twice. It goes out the first time, ${first}.`,
    };
  }
  if (at.getTime() - now.getTime() > LATEST_DAYS * 24 * 60 * MINUTE)
    return { at, note: 'This is more than a year away.' };
  return { at };
}

/** The same instant on the other end's clock, where that differs: `7:30 PM Eastern Time, the day after`. */
export function theirClock(at: Date, zone: string | undefined, own = ownZone()): string | undefined {
  if (!zone || wallOf(at, zone) === wallOf(at, own)) return undefined;
  const [theirs, ours] = [wallOf(at, zone).slice(0, 10), wallOf(at, own).slice(0, 10)];
  const day = theirs === ours ? '' : theirs > ours ? ', the day after' : ', the day before';
  return `${clockIn(at, zone)} ${zoneName(zone, at)}${day}`;
}
