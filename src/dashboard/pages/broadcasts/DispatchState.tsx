import { IconAlertCircle, IconCheck, IconClock, IconProgress, IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { broadcasts } from '#dashboard/api/broadcasts.ts';
import { stateOf } from '#dashboard/lib/broadcastState.ts';
import { countdown, dayAndTime, instant } from '#dashboard/lib/dates.ts';
import type { Dispatch } from '#dashboard/lib/dispatch.ts';
import { count } from '#dashboard/lib/numbers.ts';
import { paths } from '#dashboard/paths.ts';
import { Status } from '#dashboard/ui/Status.tsx';
import classes from './SendQueue.module.css';

/** Where one is on its way, in a sentence. */
export function DispatchState({ row, now }: { row: Dispatch; now: Date }) {
  return (
    <div className={classes.state}>
      <Line row={row} now={now} />
    </div>
  );
}

function Line({ row, now }: { row: Dispatch; now: Date }) {
  const until = row.until === undefined ? undefined : countdown(new Date(row.until), now);
  if (row.state === 'sent' && row.broadcastId !== undefined) return <Sent row={row} id={row.broadcastId} />;
  if (row.state === 'refused') {
    return (
      <Status tone="danger" icon={<IconAlertCircle aria-hidden />}>
        {sentence(row.reason ?? 'Not sent')} Your draft is kept.
      </Status>
    );
  }
  if (row.state === 'looking') {
    return (
      <Status tone="info" icon={<IconSearch aria-hidden />}>
        No answer yet. Looking up whether it went out…
      </Status>
    );
  }
  if (row.state === 'sending') {
    return (
      <Status tone="info" icon={<IconProgress aria-hidden />}>
        Going out…
      </Status>
    );
  }
  const waits = row.until !== undefined && row.until > now.getTime();
  return (
    <Status tone="info" icon={<IconClock aria-hidden />}>
      {row.state === 'undo'
        ? `Goes out in ${until ?? 'seconds'}`
        : waits
          ? `Waits ${until}: one broadcast a minute`
          : 'Waits for its turn'}
    </Status>
  );
}

/** The service has it: how far it is. */
function Sent({ row, id }: { row: Dispatch; id: number }) {
  const { data } = useQuery(broadcasts.detail(id));
  const state = data && stateOf(data);
  const due = instant(data?.deliver_at);
  const words =
    state === 'sent'
      ? `Sent to ${count(data?.total_messages ?? 0)}`
      : state === 'scheduled' && due
        ? `Scheduled for ${dayAndTime(due)}`
        : `Going out: ${count(data?.total_messages ?? 0)} of ${count(row.people)}`;
  return (
    <>
      <Status tone={state === 'sent' ? 'neutral' : 'info'} icon={<IconCheck aria-hidden />}>
        <Link to={paths.broadcast(id)}>{words}</Link>
      </Status>
      {row.reason && <p className={classes.reason}>{row.reason}</p>}
    </>
  );
}

const sentence = (text: string) => (/[.!?]$/.test(text) ? text : `${text}.`);
