import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Broadcast } from '#contract/broadcasts.ts';
import { broadcastCalendar } from '#dashboard/api/broadcastCalendar.ts';
import { standsAt } from '#dashboard/lib/broadcastState.ts';
import { ownZone, wallOf } from '#dashboard/lib/zonedTime.ts';
import { useMoves } from './calendarMoves.ts';
import { useLeaving } from './leaving.ts';

/** A broadcast where it stands in the calendar. */
export type Entry = {
  broadcast: Broadcast;
  at: Date;
  /** What a clock shows there and then: `2026-11-24T15:00`. */
  wall: string;
  /** Moved, and not yet so at the service. */
  isMoving: boolean;
};

/** Everything on the calendar by its day, each day in the order of the clock. */
export function useCalendar() {
  const query = useQuery(broadcastCalendar());
  const moves = useMoves();
  const leaving = useLeaving();
  const items = query.data?.items;
  const byDay = useMemo(() => {
    const zone = ownZone();
    const entries = (items ?? [])
      .filter(({ id }) => !leaving.has(id))
      .map((broadcast): Entry => {
        const moved = moves.get(broadcast.id);
        const at = moved?.at ?? standsAt(broadcast);
        return { broadcast, at, wall: wallOf(at, zone), isMoving: moved !== undefined };
      })
      .toSorted((a, b) => a.at.getTime() - b.at.getTime() || a.broadcast.id - b.broadcast.id);
    return Map.groupBy(entries, ({ wall }) => wall.slice(0, 10));
  }, [items, moves, leaving]);
  return { query, byDay };
}
