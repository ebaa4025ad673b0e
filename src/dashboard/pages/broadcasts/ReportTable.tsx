import { IconAlertCircle, IconCheck, IconClock, IconHandStop, IconMinus, type TablerIcon } from '@tabler/icons-react';
import { type Outcome, outcomeWords, type ReportRow } from '#dashboard/lib/broadcastReport.ts';
import { dayAndTime } from '#dashboard/lib/dates.ts';
import { paths } from '#dashboard/paths.ts';
import type { Column } from '#dashboard/ui/DataColumn.tsx';
import { DataTable } from '#dashboard/ui/DataTable.tsx';
import { Phone } from '#dashboard/ui/Phone.tsx';
import { Status, type Tone } from '#dashboard/ui/Status.tsx';
import { When } from '#dashboard/ui/When.tsx';
import classes from './Report.module.css';

/** The people of a report, each with what became of their text. */
export const ReportTable = ({ rows }: { rows: readonly ReportRow[] }) => (
  <DataTable
    name="Recipients"
    rows={rows}
    columns={columns}
    keyOf={({ contactId }) => contactId}
    href={({ contactId }) => paths.conversation(contactId)}
  />
);

const looks: Record<Outcome, { tone: Tone; icon: TablerIcon }> = {
  delivered: { tone: 'neutral', icon: IconCheck },
  failed: { tone: 'danger', icon: IconAlertCircle },
  waiting: { tone: 'info', icon: IconClock },
  left_out: { tone: 'dimmed', icon: IconMinus },
};

function OutcomeStatus({ outcome }: ReportRow) {
  const { tone, icon: Icon } = looks[outcome];
  return (
    <Status tone={tone} icon={<Icon aria-hidden />}>
      {outcomeWords[outcome]}
    </Status>
  );
}

const columns: Column<ReportRow>[] = [
  {
    key: 'person',
    head: 'Person',
    width: '10rem',
    cell: ({ name, phone }) => (name ? <bdi>{name}</bdi> : <Phone number={phone} />),
  },
  {
    key: 'phone',
    head: 'Phone',
    width: '8.25rem',
    figures: true,
    hideBelow: 'wide',
    cell: ({ phone }) => <Phone number={phone} />,
  },
  { key: 'outcome', head: 'Outcome', width: '6.5rem', onPhone: 'end', cell: (row) => <OutcomeStatus {...row} /> },
  {
    key: 'reason',
    head: 'Reason',
    width: '9.5rem',
    hideBelow: 'desktop',
    cell: ({ reason }) => reason && <span title={reason}>{reason}</span>,
  },
  {
    key: 'answer',
    head: 'Answer',
    onPhone: 'below',
    cell: ({ reply, optedOutAt, reason }) => (
      <span className={classes.answer}>
        {optedOutAt && (
          <Status tone="warn" icon={<IconHandStop aria-hidden />}>
            Opted out
          </Status>
        )}
        {reply && <bdi className="one-line">{reply.text.slice(0, 200).replace(/\s+/g, ' ') || 'Image'}</bdi>}
        {reason && !reply && !optedOutAt && <span className={classes.onPhone}>{reason}</span>}
      </span>
    ),
  },
  {
    key: 'at',
    head: 'Sent',
    width: '8rem',
    figures: true,
    hideBelow: 'wide',
    cell: ({ at }) => <When at={at} as={dayAndTime} />,
  },
];
