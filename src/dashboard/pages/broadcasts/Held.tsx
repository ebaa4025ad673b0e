import { IconClockPause } from '@tabler/icons-react';
import type { Broadcast } from '#contract/broadcasts.ts';
import { standsAt, stateOf } from '#dashboard/lib/broadcastState.ts';
import { dayAndTime } from '#dashboard/lib/dates.ts';
import { withFieldNames } from '#dashboard/lib/mergeFields.ts';
import { Button } from '#dashboard/ui/Button.tsx';
import { Status } from '#dashboard/ui/Status.tsx';
import { deleteBroadcast, sendHeld } from './leaving.ts';
import classes from './SendQueue.module.css';

type Props = { broadcasts: readonly Broadcast[]; onReschedule: (broadcast: Broadcast) => void };

/** Those whose time passed while the service was down: they were not sent, and wait for somebody to decide. */
export function Held({ broadcasts, onReschedule }: Props) {
  const every = broadcasts.filter((broadcast) => stateOf(broadcast) === 'held');
  const held = [...new Map(every.map((broadcast) => [broadcast.id, broadcast])).values()];
  if (held.length === 0) return null;
  return (
    <section className={classes.queue} aria-label="Held">
      <ul>
        {held.map((broadcast) => (
          <li key={broadcast.id} className={classes.row}>
            <div className={classes.what}>
              <p className={classes.group}>
                <bdi>{broadcast.group_name}</bdi>
              </p>
              <p className={`${classes.words} one-line`} dir="auto">
                {withFieldNames(broadcast.message_body.slice(0, 200))}
              </p>
            </div>
            <div className={classes.state}>
              <Status tone="warn" icon={<IconClockPause aria-hidden />}>
                Held: the service was down at its time, {dayAndTime(standsAt(broadcast))}. It was not sent.
              </Status>
            </div>
            <Button size="xs" onClick={() => sendHeld(broadcast)}>
              Send now
            </Button>
            <Button size="xs" onClick={() => onReschedule(broadcast)}>
              Reschedule
            </Button>
            <Button size="xs" data-danger onClick={() => deleteBroadcast(broadcast)}>
              Delete
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
