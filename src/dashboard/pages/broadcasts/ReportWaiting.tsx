import { IconClock, IconClockPause, IconProgress } from '@tabler/icons-react';
import type { Broadcast } from '#contract/broadcasts.ts';
import { standsAt, stateOf } from '#dashboard/lib/broadcastState.ts';
import { absolute, countdown } from '#dashboard/lib/dates.ts';
import { Blank } from '#dashboard/ui/Blank.tsx';

/** In place of the report while nothing has gone out. */
export function ReportWaiting({ broadcast, now }: { broadcast: Broadcast; now: Date }) {
  const state = stateOf(broadcast);
  const at = standsAt(broadcast);
  if (state === 'held') {
    return (
      <Blank icon={<IconClockPause aria-hidden />} title="Held: its time was missed">
        The service was down when it was due, {absolute(at)}. Nobody got it. Send it now, give it another time, or
        delete it.
      </Blank>
    );
  }
  if (state === 'starting') {
    return (
      <Blank icon={<IconProgress aria-hidden />} title="Starting">
        The people and their texts appear here as they go out.
      </Blank>
    );
  }
  return (
    <Blank icon={<IconClock aria-hidden />} title={at > now ? `Sends in ${countdown(at, now)}` : 'Due now'}>
      {absolute(at)}. Who gets it is settled at that moment: whoever is in the group then and can be texted.
    </Blank>
  );
}
