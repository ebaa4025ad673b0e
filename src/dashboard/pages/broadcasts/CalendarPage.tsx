import { useState } from 'react';
import { KNOWN } from '#dashboard/api/broadcastCalendar.ts';
import { firstDayOfWeek, monthName, shortDay, weekOf, weeksOfMonth } from '#dashboard/lib/calendar.ts';
import { count } from '#dashboard/lib/numbers.ts';
import { useTitle } from '#dashboard/lib/title.ts';
import { useMediaQuery, widths } from '#dashboard/lib/useMediaQuery.ts';
import { useNow } from '#dashboard/lib/useNow.ts';
import { useUrlState } from '#dashboard/lib/useUrlState.ts';
import { ownZone, readWall, type WallTime, wallOf } from '#dashboard/lib/zonedTime.ts';
import { List } from '#dashboard/ui/List.tsx';
import classes from './Calendar.module.css';
import { CalendarAgenda } from './CalendarAgenda.tsx';
import { CalendarHead } from './CalendarHead.tsx';
import { CalendarMonth } from './CalendarMonth.tsx';
import { CalendarWeek } from './CalendarWeek.tsx';
import { moveTo } from './calendarMoves.ts';
import { CalendarState } from './calendarState.ts';
import { ClockChange } from './ClockChange.tsx';
import { type Entry, useCalendar } from './useCalendar.ts';
import { usePickUp } from './usePickUp.ts';

type Asked = { entry: Entry; read: Exclude<WallTime, { kind: 'one' }> };

/** `/broadcasts/calendar`: what went out and what waits, by month or week; waiting ones can be moved. */
export function CalendarPage() {
  const [state, patch] = useUrlState(CalendarState);
  const { query, byDay } = useCalendar();
  const now = useNow();
  const [asked, setAsked] = useState<Asked>();
  const isPhone = useMediaQuery(widths.phone);
  const today = wallOf(now, ownZone()).slice(0, 10);
  const day = state.day ?? today;
  const move = (entry: Entry, wall: string) => {
    const read = readWall(wall, ownZone());
    if (read?.kind === 'one') moveTo(entry.broadcast, read.at);
    else if (read) setAsked({ entry, read });
  };
  const pick = usePickUp({
    view: state.view,
    onMove: move,
    onShow: (next) => patch({ day: next === today ? undefined : next }, { replace: true }),
  });
  const week = weekOf(day, firstDayOfWeek());
  const title = state.view === 'month' || isPhone ? monthName(day) : `${shortDay(week[0]!)} – ${shortDay(week[6]!)}`;
  useTitle(title, 'Broadcasts');
  const shared = { day, today, now, byDay, pick, onMove: move };
  return (
    <div className={classes.page}>
      <CalendarHead state={state} patch={patch} day={day} title={title} isPhone={isPhone} />
      <List query={query} what="Broadcasts" isEmpty={() => false} empty={null} skeleton={<div />}>
        {() =>
          isPhone ? (
            <CalendarAgenda {...shared} weeks={weeksOfMonth(day, firstDayOfWeek())} />
          ) : state.view === 'week' ? (
            <CalendarWeek {...shared} days={week} />
          ) : (
            <CalendarMonth {...shared} weeks={weeksOfMonth(day, firstDayOfWeek())} title={title} patch={patch} />
          )
        }
      </List>
      {query.data?.complete === false && (
        <p className={classes.note}>The newest {count(KNOWN)} broadcasts are shown; older ones are in the list.</p>
      )}
      <p className="visually-hidden" role="status" aria-label="Moving">
        {pick.says}
      </p>
      {pick.says && (
        <p className={classes.moving} aria-hidden>
          {pick.says}
        </p>
      )}
      {asked && (
        <ClockChange
          read={asked.read}
          onClose={() => setAsked(undefined)}
          onChoose={(at) => {
            setAsked(undefined);
            moveTo(asked.entry.broadcast, at);
          }}
        />
      )}
    </div>
  );
}
