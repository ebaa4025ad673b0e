import dayjs from 'dayjs';

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

/** What the field says: an instant, or why it is none. */
export type Chosen = { at: Date; refusal?: undefined; note?: string } | { at?: undefined; refusal: string };

const LATEST_DAYS = 366;

/** Reads the field as a time where the reader is. Refuses what is past, unreadable or more than a year away. */
export function chosenTime(field: string, now: Date): Chosen {
  if (!/^\d{4,}-\d\d-\d\dT\d\d:\d\d/.test(field)) return { refusal: 'Choose a date and a time.' };
  const at = new Date(field);
  if (Number.isNaN(at.getTime())) return { refusal: 'Choose a date and a time.' };
  if (at.getTime() <= now.getTime()) return { refusal: 'This time is past. Choose a later one.' };
  // A clock that is put forward leaves out an hour: the field names a time that does not exist.
  if (localField(at) !== field.slice(0, 16)) {
    return { at, note: `The clocks change then; it goes out at ${dayjs(at).format('h:mm A')}.` };
  }
  if (dayjs(at).diff(now, 'day') > LATEST_DAYS) return { at, note: 'This is more than a year away.' };
  return { at };
}
