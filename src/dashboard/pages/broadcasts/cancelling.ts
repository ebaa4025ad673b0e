import type { Broadcast } from '#contract/broadcasts.ts';
import { broadcasts } from '#dashboard/api/broadcasts.ts';
import { queryClient } from '#dashboard/api/queryClient.ts';
import { stateOf, standsAt } from '#dashboard/lib/broadcastState.ts';
import { alertThat, defer, UNDO_MS } from '#dashboard/lib/later.ts';
import { leavingSet } from '#dashboard/lib/leaving.ts';

const leaving = leavingSet<number>();

/** Broadcasts that are about to be taken back. */
export const useCancelling = leaving.use;

/** Takes a waiting broadcast back in 8 seconds, unless Undo is pressed; at once where it would go out before. */
export function cancelSending(broadcast: Broadcast): void {
  const { id, group_name } = broadcast;
  const run = async () => {
    const mutation = queryClient.getMutationCache().build(queryClient, broadcasts.remove());
    await mutation.execute(id).finally(() => leaving.delete(id));
  };
  leaving.add(id);
  const isUrgent = stateOf(broadcast) === 'scheduled' && standsAt(broadcast).getTime() < Date.now() + 2 * UNDO_MS;
  if (isUrgent) {
    run().catch((error: Error) => alertThat(`The broadcast to ${group_name} is not taken back: ${error.message}`));
    return;
  }
  defer({
    text: `The broadcast to ${group_name} will not go out`,
    failed: `The broadcast to ${group_name} is not taken back`,
    onUndo: () => leaving.delete(id),
    run,
  });
}
