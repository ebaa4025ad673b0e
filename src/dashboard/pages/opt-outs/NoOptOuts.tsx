import { Button } from '@mantine/core';
import { IconFilterOff, IconHandStop } from '@tabler/icons-react';
import { Blank } from '#dashboard/ui/Blank.tsx';
import type { ListState } from './listState.ts';

/** Nobody has opted out. */
export const NoOptOuts = () => (
  <Blank icon={<IconHandStop aria-hidden />} title="Nobody has opted out">
    Whoever texts STOP, UNSUBSCRIBE or the like appears here by themselves and gets no more texts.
  </Blank>
);

type Props = { state: ListState; onClear: (what: Partial<ListState>) => void };

/** There are opt-outs, but not of this number or on this page. */
export const NoOptOutMatches = ({ state: { q }, onClear }: Props) => (
  <Blank
    icon={<IconFilterOff aria-hidden />}
    title={q ? `No opt-out of “${q}”` : 'Nothing on this page'}
    actions={
      q ? (
        <Button onClick={() => onClear({ q: '' })}>Clear the search</Button>
      ) : (
        <Button onClick={() => onClear({ page: 1 })}>Go to the first page</Button>
      )
    }
  >
    {q ? 'A part of the number is enough, written in any way.' : 'There are fewer opt-outs than this address asks for.'}
  </Blank>
);
