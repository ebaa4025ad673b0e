import { IconFilterOff, IconPlus, IconUsers } from '@tabler/icons-react';
import { Blank } from '#dashboard/ui/Blank.tsx';
import { Button } from '#dashboard/ui/Button.tsx';
import { type ListState, nounOf } from './listState.ts';

/** Nobody is here yet. */
export function NoContacts({ onNew }: { onNew: () => void }) {
  return (
    <Blank
      icon={<IconUsers aria-hidden />}
      title="No contacts yet"
      actions={
        <Button variant="filled" leftSection={<IconPlus aria-hidden />} onClick={onNew}>
          Add the first contact
        </Button>
      }
    >
      Add somebody by name and number. Whoever texts you is added without you doing anything.
    </Blank>
  );
}

type Props = { state: ListState; onClear: (what: Partial<ListState>) => void };

/** Somebody is here, but not with this search or in this part of the list. */
export function NoMatch({ state: { q, scope, page, tag, group }, onClear }: Props) {
  const filters = `${tag === undefined ? '' : ` with the tag “${tag}”`}${group === undefined ? '' : ' in this group'}`;
  const noun = `${nounOf(scope)}${filters}`;
  const title = q ? `No ${noun} matches “${q}”` : page > 1 ? 'Nothing on this page' : `No ${noun}`;
  return (
    <Blank
      icon={<IconFilterOff aria-hidden />}
      title={title}
      actions={
        <>
          {q && <Button onClick={() => onClear({ q: '' })}>Clear the search</Button>}
          {scope && <Button onClick={() => onClear({ scope: undefined })}>Show all contacts</Button>}
          {filters && <Button onClick={() => onClear({ tag: undefined, group: undefined })}>Clear the filters</Button>}
          {!q && page > 1 && <Button onClick={() => onClear({ page: 1 })}>Go to the first page</Button>}
        </>
      }
    >
      {q ? 'Names, businesses and numbers are searched; a part of one is enough.' : 'They appear here by themselves.'}
    </Blank>
  );
}
