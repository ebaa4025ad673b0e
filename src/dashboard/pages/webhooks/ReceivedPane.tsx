import { useQuery } from '@tanstack/react-query';
import { received } from '#dashboard/api/webHooks.ts';
import { dayAndTime } from '#dashboard/lib/dates.ts';
import { eventName } from '#dashboard/lib/hookPayload.ts';
import { plural } from '#dashboard/lib/numbers.ts';
import { Failed } from '#dashboard/ui/Failed.tsx';
import { When } from '#dashboard/ui/When.tsx';
import { answers } from './consoleState.ts';
import { Payload } from './Payload.tsx';
import { SidePane } from './SidePane.tsx';
import { Verdict } from './Verdict.tsx';
import classes from './webhooks.module.css';

/** What exactly arrived, and what was made of it. */
export function ReceivedPane({ id, onClose }: { id: number; onClose: () => void }) {
  const { data, error, refetch, isFetching } = useQuery({ ...received.one(id), throwOnError: false });
  if (!data) {
    return (
      <SidePane title="Delivery" onClose={onClose}>
        {error && <Failed what="This delivery" error={error} retrying={isFetching} onRetry={() => void refetch()} />}
      </SidePane>
    );
  }
  const event = eventName(data.sender_type, data.status);
  return (
    <SidePane
      title={`${event} ${event === 'Received' ? 'from' : 'to'} ${data.about ?? 'somebody unknown'}`}
      onClose={onClose}
    >
      <dl className={classes.facts}>
        <dt>Arrived</dt>
        <dd>
          <When at={data.at} as={dayAndTime} />, {plural(data.attempts, 'time')}
        </dd>
        <dt>Signature</dt>
        <dd>
          <Verdict verdict={data.verdict === 'unsigned' ? 'does not fit' : 'fits'} />
          <br />
          <code>{data.signature || 'none was sent'}</code>
        </dd>
        <dt>Answer</dt>
        <dd>{answers[data.verdict]}</dd>
      </dl>
      <Payload label="Payload" text={data.payload} json />
    </SidePane>
  );
}
