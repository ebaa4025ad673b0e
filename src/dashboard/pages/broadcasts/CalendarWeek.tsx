import { clsx } from 'clsx';
import { useEffect, useRef } from 'react';
import { dayNumber, longDay, weekdayName } from '#dashboard/lib/calendar.ts';
import { clockIn } from '#dashboard/lib/zonedTime.ts';
import classes from './Calendar.module.css';
import { CalendarEvent } from './CalendarEvent.tsx';
import type { Shared } from './CalendarMonth.tsx';
import { NewOn } from './NewOn.tsx';
import { useDropTarget } from './useDropTarget.ts';

const hours = Array.from({ length: 24 }, (_, hour) => String(hour).padStart(2, '0'));
/** `3:00 PM`, whichever zone the rows are of. */
const hourName = (hour: string) => clockIn(new Date(`2026-01-01T${hour}:00Z`), 'UTC');
/** Nobody is texted before. */
const MORNING = 8;

/** The hours of seven days; what is dropped on one goes out in it, at the same minute. */
export function CalendarWeek({ days, ...shared }: Shared & { days: string[] }) {
  const grid = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const morning = grid.current?.querySelector<HTMLElement>(`[data-hour="${MORNING}"]`);
    grid.current?.scrollTo({ top: (morning?.offsetTop ?? 0) - (grid.current.firstElementChild?.clientHeight ?? 0) });
  }, []);
  return (
    <div ref={grid} className={classes.week} role="table" aria-label="Week">
      <div role="row" className={classes.row}>
        <div role="columnheader" className={classes.weekday}>
          <span className="visually-hidden">Hour</span>
        </div>
        {days.map((day) => (
          <div key={day} role="columnheader" className={classes.weekday}>
            {weekdayName(day)}{' '}
            <span className={clsx(classes.number, day === shared.today && classes.today)}>{dayNumber(day)}</span>
          </div>
        ))}
      </div>
      {hours.map((hour) => (
        <div key={hour} role="row" className={classes.row}>
          <div role="rowheader" className={classes.hour} data-hour={Number(hour)}>
            {hourName(hour)}
          </div>
          {days.map((day) => (
            <HourCell key={day} date={day} hour={hour} {...shared} />
          ))}
        </div>
      ))}
    </div>
  );
}

function HourCell({ date, hour, byDay, now, today, pick, onMove }: Shared & { date: string; hour: string }) {
  const start = `${date}T${hour}`;
  const entries = (byDay.get(date) ?? []).filter(({ wall }) => wall.startsWith(start));
  const drop = useDropTarget((entry) => onMove(entry, `${start}${entry.wall.slice(13)}`));
  return (
    <div
      role="cell"
      aria-label={`${longDay(date)}, ${hourName(hour)}`}
      className={classes.slot}
      data-slot={start}
      data-target={drop.isOver || pick.picked?.wall.startsWith(start) || undefined}
      {...drop.handlers}
    >
      {date >= today && <NewOn wall={`${start}:00`} now={now} />}
      {entries.map((entry) => (
        <CalendarEvent key={entry.broadcast.id} entry={entry} pick={pick} />
      ))}
    </div>
  );
}
