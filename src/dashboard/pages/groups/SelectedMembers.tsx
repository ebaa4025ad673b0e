import type { ComponentProps } from 'react';
import type { Contact } from '#contract/contacts.ts';
import type { Group } from '#contract/groups.ts';
import { atHand, type Chosen } from '#dashboard/lib/useSelection.ts';
import { late } from '#dashboard/ui/late.tsx';
import { SelectionBar } from '#dashboard/ui/SelectionBar.tsx';
import { TakeOut } from './TakeOut.tsx';

const BulkActions = late(async () => (await import('#dashboard/parts/BulkActions.tsx')).BulkActions);

type Props = {
  group: Group;
  selection: ComponentProps<typeof SelectionBar>['selection'] & { chosen: Chosen<Contact> };
  found: { whole: readonly Contact[]; readAt: number } | undefined;
  /** All that match. */
  total: number;
};

/** How many people of the group are ticked, and what can be done with them; none is taken out of a locked group. */
export function SelectedMembers({ group, selection, found, total }: Props) {
  const what = { chosen: atHand(selection.chosen, found?.whole), many: selection.count, onStarted: selection.clear };
  return (
    <SelectionBar selection={selection} total={total}>
      {!group.locked && <TakeOut group={group} {...what} />}
      <BulkActions {...what} readAt={found?.readAt} everybody={{ list: { group: group.id } }} />
    </SelectionBar>
  );
}
