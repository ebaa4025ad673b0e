import { useSyncExternalStore } from 'react';
import type { Broadcast } from '#contract/broadcasts.ts';
import { broadcasts } from '#dashboard/api/broadcasts.ts';
import { queryClient } from '#dashboard/api/queryClient.ts';
import { reschedule } from '#dashboard/api/swaps.ts';
import { standsAt } from '#dashboard/lib/broadcastState.ts';
import { dayAndTime } from '#dashboard/lib/dates.ts';
import { alertThat, defer, undo } from '#dashboard/lib/later.ts';

type Move = { at: Date; toast: number };

/** Where broadcasts are shown that were just moved, until the service has them there too. */
let moves: ReadonlyMap<number, Move> = new Map();
const listeners = new Set<() => void>();

function set(id: number, move: Move | undefined) {
  const next = new Map(moves);
  if (move) next.set(id, move);
  else next.delete(id);
  moves = next;
  for (const listener of listeners) listener();
}

function subscribe(changed: () => void) {
  listeners.add(changed);
  return () => listeners.delete(changed);
}

export const useMoves = (): ReadonlyMap<number, Move> => useSyncExternalStore(subscribe, () => moves);

/** Moves a waiting broadcast: shown at once, done in 8 seconds unless Undo is pressed. */
export function moveTo(broadcast: Broadcast, at: Date): void {
  const { id, group_name } = broadcast;
  const before = moves.get(id);
  if (at.getTime() === (before?.at ?? standsAt(broadcast)).getTime()) return;
  if (at.getTime() < Date.now() + 60_000) {
    alertThat(`Not moved: ${dayAndTime(at)} is past. Choose a later time.`);
    return;
  }
  // The last of several moves counts.
  if (before) undo(before.toast);
  const toast = defer({
    text: `The broadcast to ${group_name} moves to ${dayAndTime(at)}`,
    failed: 'Not moved',
    onUndo: () => set(id, undefined),
    // A move can't be finished while the page goes away; it stays where it was.
    onLeave: () => undefined,
    run: async () => {
      try {
        await reschedule(broadcast, at);
        await queryClient.invalidateQueries({ queryKey: broadcasts.all });
      } finally {
        set(id, undefined);
      }
    },
  });
  set(id, { at, toast });
}
