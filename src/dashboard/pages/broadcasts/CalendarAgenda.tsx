import { IconCalendar } from '@tabler/icons-react';
import { useNavigate } from 'react-router';
import { isSameMonth, longDay } from '#dashboard/lib/calendar.ts';
import { paths } from '#dashboard/paths.ts';
import { Blank } from '#dashboard/ui/Blank.tsx';
import classes from './Calendar.module.css';
import { CalendarEvent } from './CalendarEvent.tsx';
import type { Shared } from './CalendarMonth.tsx';

/** The month as a list by day, where there is no room for columns. */
export function CalendarAgenda({ weeks, day, today, byDay, pick }: Shared & { weeks: string[][] }) {
  const navigate = useNavigate();
  const days = weeks.flat().filter((date) => isSameMonth(date, day) && byDay.has(date));
  if (days.length === 0) {
    return (
      <Blank icon={<IconCalendar aria-hidden />} title="Nothing this month">
        No broadcast went out or waits.
      </Blank>
    );
  }
  return (
    <ol className={classes.agenda} aria-label="Agenda">
      {days.map((date) => (
        <li key={date}>
          <h2 className={classes.agendaDay}>
            {longDay(date)}
            {date === today && ' · Today'}
          </h2>
          {byDay.get(date)?.map((entry) => (
            <CalendarEvent
              key={entry.broadcast.id}
              entry={entry}
              pick={pick}
              onOpen={() => void navigate(paths.broadcast(entry.broadcast.id))}
            />
          ))}
        </li>
      ))}
    </ol>
  );
}
