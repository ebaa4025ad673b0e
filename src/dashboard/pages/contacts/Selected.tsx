import type { ComponentProps } from 'react';
import type { Contact } from '#contract/contacts.ts';
import { atHand, type Chosen } from '#dashboard/lib/useSelection.ts';
import { BulkActions } from '#dashboard/parts/BulkActions.tsx';
import { SelectionBar } from '#dashboard/ui/SelectionBar.tsx';
import { everybodyOf } from './chosen.ts';
import type { ListState } from './listState.ts';

type Props = {
  selection: ComponentProps<typeof SelectionBar>['selection'] & { chosen: Chosen<Contact> };
  found: { whole: readonly Contact[]; readAt: number } | undefined;
  /** All that match. */
  total: number;
  state: ListState;
};

/** How many are ticked, and what can be done with them. */
export function Selected({ selection, found, total, state }: Props) {
  return (
    <SelectionBar selection={selection} total={total}>
      <BulkActions
        chosen={atHand(selection.chosen, found?.whole)}
        readAt={found?.readAt}
        many={selection.count}
        everybody={everybodyOf(state)}
        onStarted={selection.clear}
      />
    </SelectionBar>
  );
}
