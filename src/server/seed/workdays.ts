/** Texting is done from 8 to 6 on weekdays. */
const opens = 8 * 60;
const dayMinutes = 10 * 60;

/** Working time around `now`: what happened is counted back, what is planned is counted forward. */
export type Workdays = {
  /** The instant `minutes` of working time before now, or before the last closing time. */
  ago(minutes: number): Date;
  /** `hour:minute` on the next working day, or `days` working days on. */
  ahead(days: number, hour: number, minute?: number): Date;
};

/** The working days of `zone` (IANA name) as seen at `now`. */
export function workdaysOf(zone: string, now: Date): Workdays {
  const here = new Date(now.getTime() + offset(zone, now));
  const today = Math.floor(here.getTime() / msPerDay);
  const sinceOpening = (here.getTime() % msPerDay) / 60_000 - opens;
  const closed = isWeekend(today) || sinceOpening < 0;
  const base = closed ? step(today, -1) : today;
  const worked = closed ? dayMinutes : Math.min(sinceOpening, dayMinutes);
  const at = (day: number, minutes: number) => instant(zone, day, opens + minutes);
  return {
    ago(minutes) {
      const days = Math.max(0, Math.ceil((minutes - worked) / dayMinutes));
      return at(step(base, -days), worked - minutes + days * dayMinutes);
    },
    ahead: (days, hour, minute = 0) => at(step(base, days), hour * 60 + minute - opens),
  };
}

const msPerDay = 86_400_000;

/** Days are counted from 1 January 1970, a Thursday. */
const isWeekend = (day: number) => [2, 3].includes(day % 7);

/** The working day `count` of them after `day`, or before it when negative. */
function step(day: number, count: number): number {
  const direction = Math.sign(count);
  let reached = day;
  for (let left = Math.abs(count); left > 0;) {
    reached += direction;
    if (!isWeekend(reached)) left -= 1;
  }
  return reached;
}

/** Working hours are far from the nights in which clocks change, so the offset of the guess is the right one. */
function instant(zone: string, day: number, minutes: number): Date {
  const wall = new Date(Math.round(day * msPerDay + minutes * 60_000));
  return new Date(wall.getTime() - offset(zone, new Date(wall.getTime() - offset(zone, wall))));
}

const formats = new Map<string, Intl.DateTimeFormat>();
const offsets = new Map<string, number>();

/** Milliseconds that `zone` is ahead of UTC at `date`; asked of Intl once for each hour, which is slow. */
function offset(zone: string, date: Date): number {
  const key = `${zone} ${Math.floor(date.getTime() / 3_600_000)}`;
  const known = offsets.get(key);
  if (known !== undefined) return known;
  const format = formats.get(zone) ?? new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' });
  formats.set(zone, format);
  const [, sign, hours = '0', minutes = '0'] = /GMT([+-])(\d\d):(\d\d)/.exec(format.format(date)) ?? [];
  const ahead = (Number(hours) * 60 + Number(minutes)) * 60_000 * (sign === '-' ? -1 : 1);
  offsets.set(key, ahead);
  return ahead;
}
