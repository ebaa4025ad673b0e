import {
  IconAlertCircle,
  IconCheck,
  IconClock,
  IconClockPause,
  IconProgress,
  type TablerIcon,
} from '@tabler/icons-react';
import type { Broadcast } from '#contract/broadcasts.ts';
import { type BroadcastState, standsAt, stateOf } from '#dashboard/lib/broadcastState.ts';
import { countdown } from '#dashboard/lib/dates.ts';
import { Status, type Tone } from '#dashboard/ui/Status.tsx';

const looks: Record<BroadcastState, { tone: Tone; icon: TablerIcon; word: string }> = {
  scheduled: { tone: 'info', icon: IconClock, word: 'Scheduled' },
  starting: { tone: 'info', icon: IconProgress, word: 'Starting' },
  sending: { tone: 'info', icon: IconProgress, word: 'Going out' },
  sent: { tone: 'neutral', icon: IconCheck, word: 'Sent' },
  held: { tone: 'warn', icon: IconClockPause, word: 'Held' },
  other: { tone: 'dimmed', icon: IconAlertCircle, word: '' },
};

/** Where a broadcast is, in a word; a scheduled one counts down. */
export function BroadcastStatus({ broadcast, now }: { broadcast: Broadcast; now: Date }) {
  const state = stateOf(broadcast);
  const { tone, icon: Icon, word } = looks[state];
  const due = standsAt(broadcast);
  return (
    <Status tone={tone} icon={<Icon aria-hidden />}>
      {state === 'other' ? broadcast.status : word}
      {state === 'scheduled' && (due > now ? ` in ${countdown(due, now)}` : ', due now')}
    </Status>
  );
}
