import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import type { Contact } from '#contract/contacts.ts';
import { groups } from '#dashboard/api/groups.ts';
import { costOfLooking, groupsOf, joinGroup, leaveGroup, lookForGroups } from '#dashboard/api/groupsOf.ts';
import { memberships } from '#dashboard/api/memberships.ts';
import { queryClient } from '#dashboard/api/queryClient.ts';
import { plural } from '#dashboard/lib/numbers.ts';
import { paths } from '#dashboard/paths.ts';
import classes from './ContactPage.module.css';
import { GroupField } from '#dashboard/parts/GroupField.tsx';
import { Button } from '#dashboard/ui/Button.tsx';
import { Section } from './Section.tsx';

/** Groups they are known to be in. The service does not tell which, so looking is offered with its cost. */
export function ContactGroups({ contact }: { contact: Contact }) {
  const { data: known } = useQuery(groupsOf(contact.id));
  const { data: all } = useQuery({ ...memberships.groups(), throwOnError: false });
  const [adding, setAdding] = useState(false);
  const [progress, setProgress] = useState<string>();
  const unknown = all?.filter(({ id }) => !known?.groups.some((group) => group.id === id)) ?? [];
  const look = () => {
    void lookForGroups(contact, unknown, setProgress).finally(() => setProgress(undefined));
  };
  return (
    <Section title="Groups">
      {known?.complete && known.groups.length === 0 && <p className={classes.empty}>In no group</p>}
      <ul className={classes.rows}>
        {known?.groups.map((group) => (
          <li key={group.id} className={classes.row}>
            <Link to={paths.group(group.id)} className="one-line">
              <bdi>{group.name}</bdi>
            </Link>
            {group.locked ? (
              <span className={classes.empty}>Kept by an integration</span>
            ) : (
              <Button
                variant="subtle"
                size="xs"
                aria-label={`Take out of ${group.name}`}
                onClick={() => void leaveGroup(contact, group)}
              >
                Take out
              </Button>
            )}
          </li>
        ))}
      </ul>
      {adding && (
        <GroupField
          value={null}
          onChange={(picked) => {
            setAdding(false);
            if (picked)
              void queryClient.ensureQueryData(groups.detail(picked.id)).then((group) => joinGroup(contact, group));
          }}
        />
      )}
      <div className={classes.actions}>
        {!adding && (
          <Button size="xs" onClick={() => setAdding(true)}>
            Add to a group
          </Button>
        )}
        {!known?.complete && costOfLooking(unknown) > 0 && (
          <Button variant="subtle" size="xs" disabled={progress !== undefined} onClick={look}>
            {progress ?? `Find which they are in (up to ${plural(costOfLooking(unknown), 'request')})`}
          </Button>
        )}
      </div>
    </Section>
  );
}
