import { type KeyboardEvent, useEffect, useState } from 'react';
import { isChangeable } from '#dashboard/lib/broadcastState.ts';
import { daysLater, longDay } from '#dashboard/lib/calendar.ts';
import { clock } from '#dashboard/lib/dates.ts';
import { ownZone, readWall } from '#dashboard/lib/zonedTime.ts';
import type { CalendarState } from './calendarState.ts';
import type { Entry } from './useCalendar.ts';

type Picked = { id: number; wall: string };
type Options = {
  view: CalendarState['view'];
  onMove: (entry: Entry, wall: string) => void;
  onShow: (day: string) => void;
};

const days: Record<string, Record<CalendarState['view'], number>> = {
  ArrowLeft: { month: -1, week: -1 },
  ArrowRight: { month: 1, week: 1 },
  ArrowUp: { month: -7, week: 0 },
  ArrowDown: { month: 7, week: 0 },
};

/** Moves by keys: `m` picks a broadcast up, arrows carry it, Enter sets it down, Escape leaves it where it was. */
export function usePickUp({ view, onMove, onShow }: Options) {
  const [picked, setPicked] = useState<Picked>();
  const [dropped, setDropped] = useState<number>();
  // What was set down is drawn anew in its new place; the focus goes with it.
  useEffect(() => {
    if (dropped === undefined) return;
    document.querySelector<HTMLElement>(`[data-broadcast="${dropped}"]`)?.focus();
  }, [dropped]);

  const onKeyDown = (event: KeyboardEvent, entry: Entry) => {
    const { id } = entry.broadcast;
    if (picked?.id !== id) {
      if (event.key !== 'm' || event.ctrlKey || event.metaKey || !isChangeable(entry.broadcast)) return;
      setPicked({ id, wall: entry.wall });
    } else if (event.key in days) {
      const wall = carried(picked.wall, event.key, view);
      setPicked({ id, wall });
      onShow(wall.slice(0, 10));
    } else if (event.key === 'Enter' || event.key === ' ') {
      setPicked(undefined);
      onMove(entry, picked.wall);
      setDropped(id);
    } else if (event.key === 'Escape' || event.key === 'Tab') {
      setPicked(undefined);
      if (event.key === 'Tab') return;
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return { picked, onKeyDown, says: picked && saying(picked.wall) };
}

function carried(wall: string, key: string, view: CalendarState['view']): string {
  const day = daysLater(wall.slice(0, 10), days[key]?.[view] ?? 0);
  if (view === 'month' || key === 'ArrowLeft' || key === 'ArrowRight') return `${day}${wall.slice(10)}`;
  const hour = Number(wall.slice(11, 13)) + (key === 'ArrowUp' ? -1 : 1);
  const then = daysLater(day, Math.floor(hour / 24));
  return `${then}T${String((hour + 24) % 24).padStart(2, '0')}${wall.slice(13)}`;
}

function saying(wall: string) {
  const read = readWall(wall, ownZone());
  const time = read?.kind === 'one' ? clock(read.at) : wall.slice(11);
  return `Moving to ${longDay(wall.slice(0, 10))}, ${time}. Arrows move it, Enter sets it down, Escape leaves it where it was.`;
}
