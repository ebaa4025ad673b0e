import type { Broadcast } from '#contract/broadcasts.ts';
import { reschedule } from '#dashboard/api/swaps.ts';
import { instant } from '#dashboard/lib/dates.ts';
import { alertThat } from '#dashboard/lib/later.ts';
import { useNow } from '#dashboard/lib/useNow.ts';
import { WhenDialog } from './ScheduleDialog.tsx';

type Props = { broadcast: Broadcast; onClose: () => void };

/** Moves a scheduled or held broadcast to another time. */
export function Reschedule({ broadcast, onClose }: Props) {
  const now = useNow();
  const due = instant(broadcast.deliver_at);
  return (
    <WhenDialog
      was={due && due > now ? due : null}
      reached={[]}
      action="Reschedule"
      onClose={onClose}
      onChoose={(at) => {
        onClose();
        reschedule(broadcast, at).catch((error: unknown) =>
          alertThat(`Not moved: ${error instanceof Error ? error.message : ''}`),
        );
      }}
    />
  );
}
