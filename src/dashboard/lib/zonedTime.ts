import { preferences } from './preferences.ts';

const MINUTE = 60_000;
/** Further than any zone is from UTC, and nearer than two changes of a clock are to each other. */
const AROUND = 26 * 60 * MINUTE;

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(zone: string) {
  let format = formats.get(zone);
  if (!format) {
    const two = '2-digit' as const;
    const fields = { month: two, day: two, hour: two, minute: two, second: two };
    format = new Intl.DateTimeFormat('en-US', { timeZone: zone, hourCycle: 'h23', year: 'numeric', ...fields });
    formats.set(zone, format);
  }
  return format;
}

type Clock = { year: number; month: number; day: number; hour: number; minute: number; second: number };

/** What calendar and clock show in `zone`. */
function clockOf(at: Date, zone: string): Clock {
  const shown: Clock = { year: 0, month: 0, day: 0, hour: 0, minute: 0, second: 0 };
  for (const { type, value } of formatOf(zone).formatToParts(at))
    if (type in shown) shown[type as keyof Clock] = +value;
  return shown;
}

/** Milliseconds that the clocks of `zone` are ahead of UTC at an instant. */
export function offsetAt(at: Date, zone: string): number {
  const { year, month, day, hour, minute, second } = clockOf(at, zone);
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(at.getTime() / 1000) * 1000;
}

/** What a clock in `zone` shows at an instant, as `<input type="datetime-local">` has it: `2026-11-24T15:00`. */
export const wallOf = (at: Date, zone: string): string =>
  new Date(at.getTime() + offsetAt(at, zone)).toISOString().slice(0, 16);

/** The hour (0 to 23) and the day of the week (0 is Sunday) in `zone`. */
export function hourAndDay(at: Date, zone: string): { hour: number; day: number } {
  const { year, month, day, hour } = clockOf(at, zone);
  return { hour, day: new Date(Date.UTC(year, month - 1, day)).getUTCDay() };
}

/**
 * The instants that a clock time stands for. Mostly one; none where the clocks are put forward over it (`gap`: as far
 * before the change and as far after it as it was meant to be), two where they are put back over it (`overlap`).
 */
export type WallTime =
  | { kind: 'one'; at: Date }
  | { kind: 'gap'; earlier: Date; later: Date }
  | { kind: 'overlap'; earlier: Date; later: Date };

/** Reads `2026-11-24T15:00` as a clock in `zone` shows it; null when it is no such text. */
export function readWall(wall: string, zone: string): WallTime | null {
  if (!/^\d{4,}-\d\d-\d\dT\d\d:\d\d/.test(wall)) return null;
  const meant = Date.parse(`${wall.slice(0, 16)}Z`);
  if (Number.isNaN(meant)) return null;
  const offsets = [-AROUND, AROUND].map((away) => offsetAt(new Date(meant + away), zone));
  const [earlier, later] = [...offsets, offsetAt(new Date(meant), zone)]
    .map((offset) => meant - offset)
    .toSorted((a, b) => a - b)
    .filter((at, index, all) => at !== all[index - 1])
    .filter((at) => wallOf(new Date(at), zone) === wall.slice(0, 16));
  if (earlier !== undefined && later !== undefined) {
    return { kind: 'overlap', earlier: new Date(earlier), later: new Date(later) };
  }
  if (earlier !== undefined) return { kind: 'one', at: new Date(earlier) };
  const [before = 0, after = 0] = offsets;
  return { kind: 'gap', earlier: new Date(meant - after), later: new Date(meant - before) };
}

/** When a day, `2026-11-24`, begins in `zone`: where its first hour is left out, with the next. */
export function startOf(day: string, zone = ownZone()): Date {
  const begins = readWall(`${day}T00:00`, zone);
  if (!begins) throw new RangeError(`${day} is no day`);
  return begins.kind === 'one' ? begins.at : begins.kind === 'gap' ? begins.later : begins.earlier;
}

/** The zone of this device, or the one chosen in the settings. */
export const ownZone = (): string => preferences.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;

/** `Mountain Time` */
export const zoneName = (zone: string, at = new Date()): string => namePart(zone, at, 'longGeneric');

/** `MT`, `GMT+2`: behind a time of day. */
export const zoneMark = (zone: string, at = new Date()): string => namePart(zone, at, 'shortGeneric');

/** `MDT` and `MST`: tells the two hours apart when clocks are put back. */
export const exactMark = (zone: string, at: Date): string => namePart(zone, at, 'short');

const names = new Map<string, Intl.DateTimeFormat>();

function namePart(zone: string, at: Date, timeZoneName: 'longGeneric' | 'shortGeneric' | 'short') {
  const key = `${zone} ${timeZoneName}`;
  const format = names.get(key) ?? new Intl.DateTimeFormat(preferences.locale, { timeZone: zone, timeZoneName });
  names.set(key, format);
  return format.formatToParts(at).find(({ type }) => type === 'timeZoneName')?.value ?? zone;
}

const clocks = new Map<string, Intl.DateTimeFormat>();

/** `8:30 PM` in `zone`. */
export function clockIn(at: Date, zone: string): string {
  const format =
    clocks.get(zone) ?? new Intl.DateTimeFormat(preferences.locale, { timeZone: zone, timeStyle: 'short' });
  clocks.set(zone, format);
  return format.format(at);
}

/** `Tue, Nov 24, 8:30 PM` in `zone`. */
export const dayAndClockIn = (at: Date, zone: string): string =>
  new Intl.DateTimeFormat(preferences.locale, {
    timeZone: zone,
    weekday: 'short',
    month: 'short',
    day: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
  }).format(at);
