import type { Broadcast } from '#contract/broadcasts.ts';
import { instant } from './dates.ts';

/** A broadcast that was handed over without an answer. */
export type Sought = {
  group: number;
  sender: number;
  text: string;
  /** ISO 8601; left out when it was to go at once. */
  deliverAt?: string | undefined;
  /** The newest broadcast known when it left. */
  after: number | null;
  /** When it left, in ms since 1970. */
  handedAt: number;
};

/** How far apart the clocks of this device and the service may be. */
const SKEW = 10 * 60_000;

/** The one among `broadcasts` that this can be: same group, sender, words and time, and made since. */
export function sighting(broadcasts: readonly Broadcast[], sought: Sought): Broadcast | undefined {
  const due = sought.deliverAt === undefined ? null : Date.parse(sought.deliverAt);
  return broadcasts.find(
    (each) =>
      each.group_id === sought.group &&
      each.user_id === sought.sender &&
      each.message_body.trim() === sought.text.trim() &&
      (sought.after === null || each.id > sought.after) &&
      (instant(each.created_at)?.getTime() ?? 0) > sought.handedAt - SKEW &&
      sameTime(instant(each.deliver_at)?.getTime() ?? null, due),
  );
}

/** The service keeps whole seconds. */
const sameTime = (a: number | null, b: number | null) =>
  a === null || b === null ? a === b : Math.floor(a / 1000) === Math.floor(b / 1000);
