import { broadcastDrafts } from '#dashboard/lib/broadcastDrafts.ts';
import { table } from '#dashboard/lib/table.ts';
import { BroadcastOutbox } from './broadcastOutbox.ts';
import { runBroadcasts } from './broadcastRunner.ts';
import { queryClient } from './queryClient.ts';
import { swaps } from './swaps.ts';

export const broadcastOutbox = new BroadcastOutbox(table('dispatches'), queryClient);

let started: { owner: string; end: AbortController } | undefined;

/** Goes on with everything that `owner` has under way: the queue, half-done changes, drafts. Once for each sign-in. */
export function startBroadcasts(owner: string): void {
  if (started?.owner === owner) return;
  started?.end.abort();
  started = { owner, end: new AbortController() };
  const { signal } = started.end;
  void broadcastDrafts.open(owner);
  void broadcastOutbox.adopt(owner).then(
    () => runBroadcasts({ outbox: broadcastOutbox, cache: queryClient, owner, signal }),
    () => undefined, // a browser that keeps nothing has nothing under way
  );
  swaps.adopt(owner).catch(() => undefined);
}

/** Somebody signs out: what waits, waits on this device. */
export function stopBroadcasts(): void {
  started?.end.abort();
  started = undefined;
}
