import type { Broadcast } from '#contract/broadcasts.ts';
import { instant } from './dates.ts';
import { isRecent } from './week.ts';

/**
 * Where a broadcast is: waiting for its time, starting, going out, sent, or held because its time was missed while the
 * service was down. A word of the service that nobody knows is `other`.
 */
export type BroadcastState = 'scheduled' | 'starting' | 'sending' | 'sent' | 'held' | 'other';

export function stateOf({ status, deliver_at }: Pick<Broadcast, 'status' | 'deliver_at'>): BroadcastState {
  if (status === null || status === 'pending' || status === 'scheduled') return deliver_at ? 'scheduled' : 'starting';
  if (status === 'created') return 'starting';
  return status === 'sending' || status === 'sent' || status === 'held' ? status : 'other';
}

/** What a list of broadcasts can be narrowed to: those in a state, or those of the last seven days. */
export type BroadcastWanted = BroadcastState | 'week';

export const isWanted = (broadcast: Broadcast, wanted: BroadcastWanted, now = Date.now()): boolean =>
  wanted === 'week'
    ? standsAt(broadcast).getTime() <= now && isRecent(standsAt(broadcast).toISOString(), now)
    : stateOf(broadcast) === wanted;

/** It can still be changed or taken back. */
export const isChangeable = (broadcast: Pick<Broadcast, 'status' | 'deliver_at'>): boolean =>
  ['scheduled', 'held'].includes(stateOf(broadcast));

/** It is on its way: what it says about itself will change in seconds. */
export const isMoving = (broadcast: Pick<Broadcast, 'status' | 'deliver_at'>): boolean =>
  ['starting', 'sending'].includes(stateOf(broadcast));

/** When it goes or went out: its scheduled time, else when it was made. */
export const standsAt = ({ deliver_at, created_at }: Pick<Broadcast, 'deliver_at' | 'created_at'>): Date =>
  instant(deliver_at) ?? instant(created_at) ?? new Date(0);

/**
 * In how many milliseconds what is shown of these is out of date by itself: at once and again while one is on its way,
 * when the next scheduled one is due, never (false) otherwise.
 */
export function staleIn(broadcasts: readonly Broadcast[], now: Date): number | false {
  if (broadcasts.some(isMoving)) return 3_000;
  const waits = broadcasts
    .filter((broadcast) => stateOf(broadcast) === 'scheduled')
    .map((broadcast) => standsAt(broadcast).getTime() - now.getTime())
    // One that is overdue will start any moment; an hour is as far as it is worth planning.
    .map((wait) => Math.max(wait + 1_500, 5_000))
    .filter((wait) => wait < 3_600_000);
  return waits.length > 0 && Math.min(...waits);
}
