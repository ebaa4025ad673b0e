import { useSyncExternalStore } from 'react';
import type { Broadcast } from '#contract/broadcasts.ts';
import { broadcasts } from '#dashboard/api/broadcasts.ts';
import { queryClient } from '#dashboard/api/queryClient.ts';
import { reschedule } from '#dashboard/api/swaps.ts';
import { defer } from '#dashboard/lib/later.ts';

let leaving: ReadonlySet<number> = new Set();
const listeners = new Set<() => void>();

function set(next: Iterable<number>) {
  leaving = new Set(next);
  for (const listener of listeners) listener();
}

function subscribe(changed: () => void) {
  listeners.add(changed);
  return () => listeners.delete(changed);
}

/** Broadcasts that are about to be deleted or sent: gone from view, and back with Undo. */
export const useLeaving = (): ReadonlySet<number> => useSyncExternalStore(subscribe, () => leaving);

const stay = (id: number) => set([...leaving].filter((other) => other !== id));

/** Deletes a scheduled or held broadcast in 8 seconds, unless Undo is pressed. */
export function deleteBroadcast({ id, group_name }: Broadcast): void {
  set([...leaving, id]);
  defer({
    text: `Broadcast to ${group_name} will be deleted`,
    failed: `Broadcast to ${group_name} is not deleted`,
    onUndo: () => stay(id),
    run: async () => {
      const mutation = queryClient.getMutationCache().build(queryClient, broadcasts.remove());
      await mutation.execute(id).finally(() => stay(id));
    },
  });
}

/** Sends a held broadcast in 8 seconds, unless Undo is pressed. It stays held if the window closes before. */
export function sendHeld(broadcast: Broadcast): void {
  set([...leaving, broadcast.id]);
  defer({
    text: `Broadcast to ${broadcast.group_name} is going out`,
    failed: 'Not sent',
    onUndo: () => stay(broadcast.id),
    onLeave: () => undefined,
    run: async () => {
      await reschedule(broadcast, null).finally(() => stay(broadcast.id));
    },
  });
}
