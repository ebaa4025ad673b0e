import { IconX } from '@tabler/icons-react';
import { Link } from 'react-router';
import { isChangeable, stateOf } from '#dashboard/lib/broadcastState.ts';
import { plural } from '#dashboard/lib/numbers.ts';
import { withFieldNames } from '#dashboard/lib/mergeFields.ts';
import { useNow } from '#dashboard/lib/useNow.ts';
import { dayAndClockIn, ownZone, zoneMark } from '#dashboard/lib/zonedTime.ts';
import { paths } from '#dashboard/paths.ts';
import { IconButton } from '#dashboard/ui/IconButton.tsx';
import { BroadcastChange } from './BroadcastChange.tsx';
import { BroadcastStatus } from './BroadcastStatus.tsx';
import classes from './CalendarDetails.module.css';
import type { Entry } from './useCalendar.ts';

type Props = { entry: Entry; onClose: () => void };

/** What one broadcast of the calendar is, and what can be done with it. */
export function CalendarDetails({ entry: { broadcast, at, isMoving }, onClose }: Props) {
  const now = useNow(1_000);
  const { group_name, total_messages, message_body, id } = broadcast;
  const zone = ownZone();
  return (
    <>
      <div className={classes.head}>
        <h2 className="one-line" dir="auto">
          {group_name}
        </h2>
        <IconButton size="sm" aria-label="Close" onClick={onClose}>
          <IconX aria-hidden />
        </IconButton>
      </div>
      {isMoving ? <p>Moves in a moment.</p> : <BroadcastStatus broadcast={broadcast} now={now} />}
      <dl className={classes.facts}>
        <dt>Yours</dt>
        <dd>
          {dayAndClockIn(at, zone)} {zoneMark(zone, at)}
        </dd>
        <dt>UTC</dt>
        <dd>{dayAndClockIn(at, 'UTC')}</dd>
        <dt>To</dt>
        <dd>
          <bdi>{group_name}</bdi>
          {stateOf(broadcast) === 'sent' && `, ${plural(total_messages, 'text')}`}
        </dd>
        <dt>Message</dt>
        <dd className={classes.message} dir="auto">
          {withFieldNames(message_body.slice(0, 400))}
        </dd>
      </dl>
      <div className={classes.foot}>
        <Link className={classes.link} to={paths.broadcast(id)}>
          Open
        </Link>
        {isChangeable(broadcast) && !isMoving && <BroadcastChange broadcast={broadcast} onDone={onClose} />}
      </div>
      {isChangeable(broadcast) && (
        <p className={classes.hint}>
          A change books the new time first, then removes this one. If either fails, you are told which one stands.
        </p>
      )}
    </>
  );
}
