import { clsx } from 'clsx';
import { dayNumber, isSameMonth, longDay, shortDay, weekdayName } from '#dashboard/lib/calendar.ts';
import classes from './Calendar.module.css';
import { CalendarEvent } from './CalendarEvent.tsx';
import type { Patch } from './calendarState.ts';
import { NewOn } from './NewOn.tsx';
import type { Entry } from './useCalendar.ts';
import { useDropTarget } from './useDropTarget.ts';
import type { usePickUp } from './usePickUp.ts';

export type Shared = {
  day: string;
  today: string;
  now: Date;
  byDay: ReadonlyMap<string, Entry[]>;
  pick: ReturnType<typeof usePickUp>;
  onMove: (entry: Entry, wall: string) => void;
};
type Props = Shared & { weeks: string[][]; title: string; patch: Patch };

/** Seven equal columns; the rows share the height. */
export function CalendarMonth({ weeks, title, patch, ...shared }: Props) {
  return (
    <div className={classes.month} role="table" aria-label={title}>
      <div role="row" className={classes.row}>
        {weeks[0]?.map((day) => (
          <div key={day} role="columnheader" className={classes.weekday}>
            {weekdayName(day)}
          </div>
        ))}
      </div>
      {weeks.map((week) => (
        <div key={week[0]} role="row" className={classes.row}>
          {week.map((day) => (
            <DayCell key={day} date={day} patch={patch} {...shared} />
          ))}
        </div>
      ))}
    </div>
  );
}

/** More events than these are behind a link to the week. */
const SHOWN = 3;

function DayCell({ date, day, today, now, byDay, pick, onMove, patch }: Shared & { date: string; patch: Patch }) {
  const entries = byDay.get(date) ?? [];
  const drop = useDropTarget((entry) => onMove(entry, `${date}${entry.wall.slice(10)}`));
  const shown = entries.length > SHOWN ? entries.slice(0, SHOWN - 1) : entries;
  const isOff = !isSameMonth(date, day);
  return (
    <div
      role="cell"
      aria-label={longDay(date)}
      className={classes.day}
      data-day={date}
      data-off={isOff || undefined}
      data-target={drop.isOver || pick.picked?.wall.startsWith(date) || undefined}
      {...drop.handlers}
    >
      <span className={clsx(classes.number, date === today && classes.today)}>
        {isOff && dayNumber(date) === '1' ? shortDay(date) : dayNumber(date)}
      </span>
      {date >= today && <NewOn wall={`${date}T09:00`} now={now} />}
      {shown.map((entry) => (
        <CalendarEvent key={entry.broadcast.id} entry={entry} pick={pick} />
      ))}
      {entries.length > shown.length && (
        <button type="button" className={classes.more} onClick={() => patch({ view: 'week', day: date })}>
          {entries.length - shown.length} more
        </button>
      )}
    </div>
  );
}
