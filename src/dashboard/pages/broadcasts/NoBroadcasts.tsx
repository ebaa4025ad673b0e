import { IconFilterOff, IconPlus, IconSpeakerphone } from '@tabler/icons-react';
import { Link } from 'react-router';
import { paths } from '#dashboard/paths.ts';
import { Blank } from '#dashboard/ui/Blank.tsx';
import { Button } from '#dashboard/ui/Button.tsx';
import type { ListState } from './listState.ts';

/** Nothing was ever sent to a group. */
export function NoBroadcasts() {
  return (
    <Blank
      icon={<IconSpeakerphone aria-hidden />}
      title="No broadcasts yet"
      actions={
        <Button variant="filled" leftSection={<IconPlus aria-hidden />} component={Link} to={paths.newBroadcast()}>
          Write the first broadcast
        </Button>
      }
    >
      One text to everybody in a group. You see what each of them will read before anything goes out.
    </Blank>
  );
}

const nouns = {
  scheduled: 'scheduled broadcast',
  sending: 'broadcast going out',
  sent: 'sent broadcast',
  held: 'held broadcast',
  week: 'broadcast in the last 7 days',
};

type Props = { state: ListState; onClear: (what: Partial<ListState>) => void };

/** There are some, but not with this filter. */
export function NoMatch({ state: { status, group, date, page }, onClear }: Props) {
  const noun = status ? nouns[status] : 'broadcast';
  const title = `No ${noun}${group ? ' to this group' : ''}${date ? ' on this day' : ''}${page > 1 ? ' on this page' : ''}`;
  return (
    <Blank
      icon={<IconFilterOff aria-hidden />}
      title={title}
      actions={
        <>
          {status && <Button onClick={() => onClear({ status: undefined })}>Show every status</Button>}
          {group && <Button onClick={() => onClear({ group: undefined })}>Show every group</Button>}
          {date && <Button onClick={() => onClear({ date: undefined })}>Show every day</Button>}
          {page > 1 && <Button onClick={() => onClear({ page: 1 })}>Go to the first page</Button>}
        </>
      }
    >
      {status === 'held'
        ? 'A broadcast is held when its time passed while the service was down. It then waits for you.'
        : 'They appear here by themselves.'}
    </Blank>
  );
}
