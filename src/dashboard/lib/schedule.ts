import dayjs from 'dayjs';
import { clockIn, exactMark, ownZone, readWall, wallOf, zoneName } from './zonedTime.ts';

/** A quick choice of when: what it is called and the instant it stands for. */
export type Preset = { label: string; at: Date };

/** The next times people mean by "tomorrow morning" and the like, seen from `now`; none is in the past. */
export function presets(now: Date): Preset[] {
  const today = dayjs(now).startOf('day');
  const monday = today.add(((8 - today.day()) % 7) + (today.day() === 1 ? 7 : 0), 'day');
  const choices = [
    { label: 'In an hour', at: dayjs(now).add(1, 'hour').startOf('minute') },
    { label: 'This afternoon', at: today.hour(16) },
    { label: 'Tomorrow morning', at: today.add(1, 'day').hour(8) },
    { label: 'Tomorrow afternoon', at: today.add(1, 'day').hour(13) },
    { label: 'Monday morning', at: monday.hour(8) },
  ];
  const soon = dayjs(now).add(90, 'minute');
  return choices
    .filter(({ at, label }) => (label === 'This afternoon' ? at.isAfter(soon) : at.isAfter(now)))
    .filter(({ label }) => label !== 'Monday morning' || today.day() !== 0)
    .map(({ label, at }) => ({ label, at: at.toDate() }));
}

/** What `<input type="datetime-local">` holds for an instant, e.g. `2026-11-24T15:00`. */
export const localField = (at: Date) => dayjs(at).format('YYYY-MM-DDTHH:mm');

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
  if (dayjs(at).diff(now, 'day') > LATEST_DAYS) return { at, note: 'This is more than a year away.' };
  return { at };
}

/** The same instant on the other end's clock, where that differs: `7:30 PM Eastern Time, the day after`. */
export function theirClock(at: Date, zone: string | undefined, own = ownZone()): string | undefined {
  if (!zone || wallOf(at, zone) === wallOf(at, own)) return undefined;
  const [theirs, ours] = [wallOf(at, zone).slice(0, 10), wallOf(at, own).slice(0, 10)];
  const day = theirs === ours ? '' : theirs > ours ? ', the day after' : ', the day before';
  return `${clockIn(at, zone)} ${zoneName(zone, at)}${day}`;
}
