import { IconFilterOff, IconInbox } from '@tabler/icons-react';
import { Link } from 'react-router';
import { count } from '#dashboard/lib/numbers.ts';
import { paths } from '#dashboard/paths.ts';
import { Blank } from '#dashboard/ui/Blank.tsx';
import { Button } from '#dashboard/ui/Button.tsx';
import { type InboxState, scopeLabels } from './inboxState.ts';

/** Before anybody has texted. */
export const NothingYet = () => (
  <Blank
    icon={<IconInbox aria-hidden />}
    title="No conversations yet"
    actions={
      <Button component={Link} to={paths.contacts()}>
        Choose whom to text
      </Button>
    }
  >
    Replies land here by themselves.
  </Blank>
);

const nothing: Record<InboxState['scope'], string> = {
  all: 'No conversations',
  unread: 'Nothing unread',
  flagged: 'Nobody flagged',
  with_notes: 'Nobody with notes',
  scheduled: 'Nothing scheduled',
  failed: 'Nothing failed',
};

type Props = { state: InboxState; patch: (change: Partial<InboxState>) => void; lookedThrough: number };

/** Names the filter that hides everything, and clears just that one. */
export function NoMatch({ state: { scope, q }, patch, lookedThrough }: Props) {
  if (q) {
    return (
      <Blank
        icon={<IconFilterOff aria-hidden />}
        title={`No text with “${q}”`}
        actions={<Button onClick={() => patch({ q: undefined })}>Clear the search</Button>}
      >
        {scope === 'all'
          ? 'No conversation has these words.'
          : `No conversation under “${scopeLabels[scope]}” has these words.`}
      </Blank>
    );
  }
  return (
    <Blank
      icon={<IconFilterOff aria-hidden />}
      title={nothing[scope]}
      actions={<Button onClick={() => patch({ scope: 'all' })}>Show all conversations</Button>}
    >
      {scope === 'failed'
        ? `The last text of none of the newest ${count(lookedThrough)} conversations failed.`
        : 'There may be conversations under the other scopes.'}
    </Blank>
  );
}
