import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Broadcast } from '#contract/broadcasts.ts';
import { recipientsOf } from '#dashboard/api/recipients.ts';
import { reschedule } from '#dashboard/api/swaps.ts';
import { instant } from '#dashboard/lib/dates.ts';
import { alertThat } from '#dashboard/lib/later.ts';
import { reviewOf } from '#dashboard/lib/review.ts';
import { useNow } from '#dashboard/lib/useNow.ts';
import { WhenDialog } from './ScheduleDialog.tsx';

type Props = { broadcast: Broadcast; onClose: () => void };

/** Moves a scheduled or held broadcast to another time. */
export function Reschedule({ broadcast, onClose }: Props) {
  const now = useNow();
  const due = instant(broadcast.deliver_at);
  const group = broadcast.group_id;
  // Whose clocks count too: everybody in the group is read for it, page by page.
  const people = useQuery({
    ...recipientsOf(group === null ? [] : [group]),
    enabled: group !== null,
    throwOnError: false,
  });
  const reached = useMemo(
    () => (people.data ? reviewOf(people.data, broadcast.message_body, null).reached : []),
    [people.data, broadcast.message_body],
  );
  return (
    <WhenDialog
      was={due && due > now ? due : null}
      reached={reached}
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
