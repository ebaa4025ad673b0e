import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Contact } from '#contract/contacts.ts';
import { groupsOf, leaveGroup } from '#dashboard/api/groupsOf.ts';
import { IconButton } from '#dashboard/ui/IconButton.tsx';
import { late } from '#dashboard/ui/late.tsx';
import { PlainButton } from '#dashboard/ui/PlainButton.tsx';
import { TagChip } from '#dashboard/ui/TagChip.tsx';
import classes from './ContactPane.module.css';

const GroupPicker = late(async () => (await import('./GroupPicker.tsx')).GroupPicker);

/** Groups they are known to be in. The service does not tell which, so looking is offered with its cost. */
export function ContactGroups({ contact }: { contact: Contact }) {
  const [adding, setAdding] = useState(false);
  const { data: known } = useQuery(groupsOf(contact.id));
  return (
    <section className={classes.section} aria-label="Groups">
      <h3 className={classes.heading}>
        Groups
        <IconButton size="sm" aria-label="Add to a group" aria-expanded={adding} onClick={() => setAdding(!adding)}>
          <IconPlus aria-hidden />
        </IconButton>
      </h3>
      <div className={classes.tags}>
        {known?.groups.map((group) => (
          <TagChip
            key={group.id}
            tag={group.name}
            {...(!group.locked && { onRemove: () => void leaveGroup(contact, group) })}
          />
        ))}
      </div>
      {!adding && !known?.complete && (
        <PlainButton className={classes.quiet} onClick={() => setAdding(true)}>
          {known?.groups.length ? 'Find the others' : 'Find or add to groups'}
        </PlainButton>
      )}
      {known?.complete && known.groups.length === 0 && <p className={classes.empty}>In no group</p>}
      {adding && (
        <GroupPicker
          contact={contact}
          onClose={() => setAdding(false)}
          fallback={<p className={classes.empty}>Loading…</p>}
        />
      )}
    </section>
  );
}
