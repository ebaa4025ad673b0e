import { IconAlertCircle, IconHelpCircle } from '@tabler/icons-react';
import type { AuditEntry } from '#contract/audit.ts';
import { dayAndTime } from '#dashboard/lib/dates.ts';
import type { Column } from '#dashboard/ui/DataColumn.tsx';
import { Status } from '#dashboard/ui/Status.tsx';
import { When } from '#dashboard/ui/When.tsx';
import classes from './audit.module.css';
import { changeText, outcomes, shortReason, whatHappened } from './auditWords.ts';

export const auditColumns: Column<AuditEntry>[] = [
  { key: 'what', head: 'What', width: '14rem', cell: (entry) => whatHappened(entry) },
  {
    key: 'changes',
    head: 'From what to what',
    hideBelow: 'desktop',
    cell: ({ changes }) => {
      const text = changes.map(changeText).join(' · ');
      return (
        <bdi className="one-line" title={text}>
          {text}
        </bdi>
      );
    },
  },
  {
    key: 'who',
    head: 'Who',
    width: '13rem',
    onPhone: 'below',
    cell: ({ who }) => <bdi className="one-line">{who}</bdi>,
  },
  { key: 'outcome', head: 'Outcome', width: '16rem', onPhone: 'end', cell: (entry) => <Outcome entry={entry} /> },
  { key: 'at', head: 'When', width: '10rem', figures: true, cell: ({ at }) => <When at={at} as={dayAndTime} /> },
];

/** Ordinary success stays neutral; what went wrong says why. */
function Outcome({ entry: { outcome, reason } }: { entry: AuditEntry }) {
  if (outcome === 'done') return <Status>{outcomes.done}</Status>;
  const isUnknown = outcome === 'unknown';
  const Icon = isUnknown ? IconHelpCircle : IconAlertCircle;
  return (
    <span className={classes.outcome} title={reason ?? undefined}>
      <Status tone={isUnknown ? 'warn' : 'danger'} icon={<Icon className="icon-sm" aria-hidden />}>
        {outcomes[outcome]}
      </Status>
      {reason && <span className={`${classes.reason} one-line`}>{shortReason(reason)}</span>}
    </span>
  );
}
