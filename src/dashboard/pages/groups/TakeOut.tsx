import { IconUserMinus } from '@tabler/icons-react';
import type { Contact } from '#contract/contacts.ts';
import type { Group } from '#contract/groups.ts';
import { startJob } from '#dashboard/jobs/jobs.ts';
import { entriesFor, pagesFor } from '#dashboard/jobs/people.ts';
import { useCost } from '#dashboard/jobs/useCost.ts';
import { plural } from '#dashboard/lib/numbers.ts';
import type { Chosen } from '#dashboard/lib/useSelection.ts';
import { ActionPopover } from '#dashboard/ui/ActionPopover.tsx';

type Props = { group: Group; chosen: Chosen<Contact>; many: number; onStarted: () => void };

/** Takes those who are ticked out of the group, as a job with its cost first. */
export function TakeOut({ group, chosen, many, onStarted }: Props) {
  const cost = many + (chosen.kind === 'all' ? pagesFor(group.size) : 0);
  const { facts, note } = useCost(cost);
  const { id, name } = group;
  return (
    <ActionPopover
      label="Take out…"
      icon={<IconUserMinus aria-hidden />}
      title={`Take ${plural(many, 'person', 'people')} out of ${name}`}
      facts={facts}
      note={`They stay contacts, with their conversations and other groups. ${note}`}
      action={`Take out ${plural(many, 'person', 'people')}`}
      onConfirm={async () => {
        await startJob({
          kind: 'changeContacts',
          name: `Taking ${plural(many, 'person', 'people')} out of ${name}`,
          input: { what: 'removeFromGroup', group: { id, name } },
          entries: entriesFor(chosen, { list: { group: id } }),
          cost,
        });
        onStarted();
      }}
    />
  );
}
