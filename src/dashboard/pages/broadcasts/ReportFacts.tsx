import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import type { Broadcast } from '#contract/broadcasts.ts';
import { users } from '#dashboard/api/users.ts';
import { isChangeable, standsAt, stateOf } from '#dashboard/lib/broadcastState.ts';
import { dayAndTime } from '#dashboard/lib/dates.ts';
import { withFieldNames } from '#dashboard/lib/mergeFields.ts';
import { personName } from '#dashboard/lib/personName.ts';
import { dayAndClockIn, ownZone, zoneMark } from '#dashboard/lib/zonedTime.ts';
import { paths } from '#dashboard/paths.ts';
import { BroadcastChange } from './BroadcastChange.tsx';
import classes from './Report.module.css';

type Props = { broadcast: Broadcast; now: Date };

/** What the broadcast is: to whom, from whom, when, and its words. */
export function ReportFacts({ broadcast, now }: Props) {
  const { group_id, group_name, user_id, message_body, id } = broadcast;
  const { data: sender } = useQuery({ ...users.detail(user_id), throwOnError: false });
  const at = standsAt(broadcast);
  const state = stateOf(broadcast);
  return (
    <>
      <dl className={classes.facts}>
        <dt>To</dt>
        <dd>
          {group_id === null ? (
            <bdi>{group_name}</bdi>
          ) : (
            <Link className={classes.link} to={paths.group(group_id)}>
              <bdi>{group_name}</bdi>
            </Link>
          )}
        </dd>
        <dt>From</dt>
        <dd>
          <bdi>{sender ? personName({ ...sender, business_name: null }) || sender.email : `User ${user_id}`}</bdi>
        </dd>
        <dt>{state === 'sent' || state === 'sending' ? 'Went out' : 'Goes out'}</dt>
        <dd>
          {at.getTime() === 0 ? (
            'Not known'
          ) : (
            <>
              {dayAndTime(at, now)} {zoneMark(ownZone(), at)}
              <span className={classes.dimmed}>{dayAndClockIn(at, 'UTC')} UTC</span>
            </>
          )}
        </dd>
        <dt>Message</dt>
        <dd className={classes.message} dir="auto">
          {withFieldNames(message_body)}
        </dd>
      </dl>
      {isChangeable(broadcast) && <BroadcastChange broadcast={broadcast} />}
      <p className={classes.dimmed}>
        <Link className={classes.link} to={paths.newBroadcast({ from: String(id) })}>
          Copy to a new broadcast
        </Link>
      </p>
    </>
  );
}
