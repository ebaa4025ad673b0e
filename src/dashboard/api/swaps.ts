import type { Broadcast } from '#contract/broadcasts.ts';
import { table } from '#dashboard/lib/table.ts';
import { type SwapOutcome, Swaps } from './broadcastSwap.ts';
import { queryClient } from './queryClient.ts';
import { session } from './session.ts';

/** Those under way: `useSyncExternalStore(swaps.subscribe, swaps.get)`. */
export const swaps = new Swaps(table('swaps'), queryClient);

/**
 * Moves a scheduled or held broadcast to another time, or sends it now (null). Exactly one of the old and the new one
 * stands afterwards; which, is in the outcome and in a toast.
 */
export function reschedule(broadcast: Broadcast, at: Date | null): Promise<SwapOutcome> {
  const owner = queryClient.getQueryData(session.current().queryKey)?.username ?? '';
  return swaps.reschedule(owner, broadcast, at);
}
