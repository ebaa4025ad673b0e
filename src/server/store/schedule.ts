import { invalid } from './errors.ts';

/** A time this little in the past is meant as "now": clocks differ. */
const clockToleranceMs = 60_000;

/** A time missed by more than this, because the server was down, waits for a person to decide. */
const missedByMs = 15 * 60_000;

/** Throws 422 when something is to go out in the past. */
export function requireFuture(deliverAt: Date | null): void {
  if (deliverAt && deliverAt.getTime() < Date.now() - clockToleranceMs) {
    throw invalid('Deliver at', 'must be in the future');
  }
}

/** True when something scheduled is so late that it must not go out by itself any more. */
export const isMissed = (deliverAt: Date | null): boolean =>
  deliverAt !== null && Date.now() - deliverAt.getTime() > missedByMs;

/** What was due before this instant is missed. */
export const missedBefore = () => new Date(Date.now() - missedByMs);
