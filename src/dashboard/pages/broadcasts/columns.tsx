import type { Broadcast } from '#contract/broadcasts.ts';
import { standsAt } from '#dashboard/lib/broadcastState.ts';
import { absolute, dayAndTime } from '#dashboard/lib/dates.ts';
import { count } from '#dashboard/lib/numbers.ts';
import { withFieldNames } from '#dashboard/lib/mergeFields.ts';
import type { Column } from '#dashboard/ui/DataColumn.tsx';
import classes from './broadcasts.module.css';
import { BroadcastStatus } from './BroadcastStatus.tsx';

/** The columns of the table of broadcasts; `now` moves the countdowns. */
export const broadcastColumns = (now: Date): Column<Broadcast>[] => [
  {
    key: 'message',
    head: 'Message',
    cell: ({ message_body }) => <bdi className="one-line">{firstWords(message_body)}</bdi>,
  },
  {
    key: 'group',
    head: 'Group',
    width: '12rem',
    onPhone: 'below',
    cell: ({ group_name }) => <bdi>{group_name}</bdi>,
  },
  {
    key: 'texts',
    head: 'Texts',
    width: '5rem',
    end: true,
    figures: true,
    hideBelow: 'desktop',
    cell: ({ total_messages, status }) =>
      status === null || status === 'held' ? <span className={classes.dimmed}>–</span> : count(total_messages),
  },
  {
    key: 'when',
    head: 'When',
    width: '9.5rem',
    figures: true,
    hideBelow: 'desktop',
    cell: (broadcast) => <Moment at={standsAt(broadcast)} now={now} />,
  },
  {
    key: 'status',
    head: 'Status',
    width: '11rem',
    onPhone: 'end',
    cell: (broadcast) => <BroadcastStatus broadcast={broadcast} now={now} />,
  },
];

const Moment = ({ at, now }: { at: Date; now: Date }) =>
  at.getTime() === 0 ? (
    'Not known'
  ) : (
    <time dateTime={at.toISOString()} title={absolute(at)}>
      {dayAndTime(at, now)}
    </time>
  );

/** Enough for a row; a text may have 10,000 characters. */
const firstWords = (text: string) => withFieldNames(text.slice(0, 200)).replace(/\s+/g, ' ').trim() || 'No text';
