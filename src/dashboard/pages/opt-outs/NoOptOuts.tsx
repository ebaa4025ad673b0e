import { IconFilterOff, IconHandStop } from '@tabler/icons-react';
import { Blank } from '#dashboard/ui/Blank.tsx';
import { Button } from '#dashboard/ui/Button.tsx';
import type { ListState } from './listState.ts';

/** Nobody has opted out. */
export const NoOptOuts = () => (
  <Blank icon={<IconHandStop aria-hidden />} title="Nobody has opted out">
    Whoever texts STOP, UNSUBSCRIBE or the like appears here by themselves and gets no more texts.
  </Blank>
);

type Props = { state: ListState; onClear: (what: Partial<ListState>) => void };

/** There are opt-outs, but not of this number, of this week or on this page. */
export function NoOptOutMatches({ state: { q, show }, onClear }: Props) {
  const title = q ? `No opt-out of “${q}”` : show ? 'Nobody opted out in the last 7 days' : 'Nothing on this page';
  const clear = q
    ? ({ label: 'Clear the search', what: { q: '' } } as const)
    : show
      ? ({ label: 'Show all opt-outs', what: { show: undefined } } as const)
      : ({ label: 'Go to the first page', what: { page: 1 } } as const);
  return (
    <Blank
      icon={<IconFilterOff aria-hidden />}
      title={title}
      actions={<Button onClick={() => onClear(clear.what)}>{clear.label}</Button>}
    >
      {q
        ? 'A part of the number is enough, written in any way.'
        : !show && 'There are fewer opt-outs than this address asks for.'}
    </Blank>
  );
}
