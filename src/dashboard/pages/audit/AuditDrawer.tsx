import { IconHistory } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import type { AuditEntry } from '#contract/audit.ts';
import { audit } from '#dashboard/api/audit.ts';
import { absolute, instant } from '#dashboard/lib/dates.ts';
import { Blank } from '#dashboard/ui/Blank.tsx';
import { List } from '#dashboard/ui/List.tsx';
import { SideDrawer } from '#dashboard/ui/SideDrawer.tsx';
import { SkeletonRows } from '#dashboard/ui/SkeletonRows.tsx';
import classes from './audit.module.css';
import { outcomes, placeOf, whatHappened } from './auditWords.ts';

type Props = { id: number; onClose: () => void };

/** One change: every field before and after, and why it failed. */
export function AuditDrawer({ id, onClose }: Props) {
  const query = useQuery(audit.entry(id));
  return (
    <SideDrawer opened onClose={onClose} title={query.data ? whatHappened(query.data) : 'Change'}>
      <List
        query={query}
        what="The change"
        isEmpty={(entry) => entry === null}
        empty={<Blank icon={<IconHistory aria-hidden />} title="This change is no longer kept" />}
        skeleton={<SkeletonRows kind="table" rows={4} />}
      >
        {(entry) => entry && <Entry entry={entry} />}
      </List>
    </SideDrawer>
  );
}

function Entry({ entry }: { entry: AuditEntry }) {
  const { who, at, outcome, status, reason, changes } = entry;
  const date = instant(at);
  const place = placeOf(entry);
  const facts = {
    Who: who,
    When: date ? absolute(date) : at,
    Outcome: `${outcomes[outcome]}${status === null ? '' : ` (HTTP ${status})`}`,
    ...(reason && { Reason: reason }),
  };
  return (
    <>
      <dl className={classes.facts}>
        {Object.entries(facts).map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              <bdi>{value}</bdi>
            </dd>
          </div>
        ))}
      </dl>
      {place && (
        <p className={classes.place}>
          <Link to={place}>Open it</Link>
        </p>
      )}
      {changes.length > 0 && (
        <table className={classes.changes} aria-label="Fields">
          <thead>
            <tr>
              <th scope="col">Field</th>
              <th scope="col">Before</th>
              <th scope="col">After</th>
            </tr>
          </thead>
          <tbody>
            {changes.map(({ field, before, after }) => (
              <tr key={field}>
                <th scope="row">{field}</th>
                <td>{before === null ? '–' : <bdi>{before}</bdi>}</td>
                <td>{after === null ? '–' : <bdi>{after}</bdi>}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}
