import { IconFilterOff, IconPlus, IconUsersGroup } from '@tabler/icons-react';
import { Blank } from '#dashboard/ui/Blank.tsx';
import { Button } from '#dashboard/ui/Button.tsx';
import type { ListState } from './listState.ts';

/** No group is here yet. */
export function NoGroups({ onNew }: { onNew: () => void }) {
  return (
    <Blank
      icon={<IconUsersGroup aria-hidden />}
      title="No groups yet"
      actions={
        <Button variant="filled" leftSection={<IconPlus aria-hidden />} onClick={onNew}>
          Make the first group
        </Button>
      }
    >
      A group is who a broadcast goes to. One person can be in many.
    </Blank>
  );
}

type Props = { state: ListState; onClear: (what: Partial<ListState>) => void };

/** There are groups, but not with this name or on this page. */
export function NoGroupMatches({ state: { q }, onClear }: Props) {
  return (
    <Blank
      icon={<IconFilterOff aria-hidden />}
      title={q ? `No group matches “${q}”` : 'Nothing on this page'}
      actions={
        q ? (
          <Button onClick={() => onClear({ q: '' })}>Clear the search</Button>
        ) : (
          <Button onClick={() => onClear({ page: 1 })}>Go to the first page</Button>
        )
      }
    >
      {q ? 'Names are searched; a part of one is enough.' : 'There are fewer groups than this address asks for.'}
    </Blank>
  );
}
