import '@mantine/core/styles/Input.layer.css';
import { TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Contact } from '#contract/contacts.ts';
import { groups } from '#dashboard/api/groups.ts';
import { costOfLooking, groupsOf, joinGroup, lookForGroups } from '#dashboard/api/groupsOf.ts';
import { plural } from '#dashboard/lib/numbers.ts';
import classes from './ContactPane.module.css';
import { PlainButton } from '#dashboard/ui/PlainButton.tsx';
import { useFocusFirst } from './useFocusFirst.ts';

/** Groups by name: choosing one adds the person to it. */
export function GroupPicker({ contact, onClose }: { contact: Contact; onClose: () => void }) {
  const { data, error } = useQuery(groups.choices());
  const { data: known } = useQuery(groupsOf(contact.id));
  const [words, setWords] = useState('');
  const [progress, setProgress] = useState<string>();
  const field = useFocusFirst<HTMLInputElement>();
  const isIn = new Set(known?.groups.map(({ id }) => id));
  const found = (data?.items ?? []).filter(
    ({ id, locked, name }) => !isIn.has(id) && !locked && name.toLowerCase().includes(words.trim().toLowerCase()),
  );
  const look = async () => {
    await lookForGroups(contact, data?.items ?? [], setProgress);
    onClose();
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- Escape, wherever in it the focus is
    <div
      className={classes.picker}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onClose();
      }}
    >
      <TextInput
        ref={field}
        aria-label="Search groups"
        placeholder="Add to a group"
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
      />
      {error && <p className={classes.empty}>Groups could not be loaded. {error.message}</p>}
      <ul className={classes.choices} aria-label="Groups to add to">
        {found.map((group) => (
          <li key={group.id}>
            <PlainButton className={classes.choice} onClick={() => void joinGroup(contact, group).then(onClose)}>
              <bdi className="one-line">{group.name}</bdi>
              <span className="figures">{plural(group.size, 'person', 'people')}</span>
            </PlainButton>
          </li>
        ))}
      </ul>
      {data && found.length === 0 && <p className={classes.empty}>No other group has this name.</p>}
      {data && !known?.complete && (
        <PlainButton className={classes.quiet} disabled={progress !== undefined} onClick={() => void look()}>
          {progress ?? `Find which they are in (up to ${plural(costOfLooking(data.items), 'request')})`}
        </PlainButton>
      )}
    </div>
  );
}
