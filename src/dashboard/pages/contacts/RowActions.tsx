import { useState } from 'react';
import { Dots } from '#dashboard/ui/Dots.tsx';
import { IconButton } from '#dashboard/ui/IconButton.tsx';
import { late } from '#dashboard/ui/late.tsx';
import { calledBy } from './calledBy.ts';
import type { RowActionsProps } from './RowActionsMenu.tsx';

const RowActionsMenu = late(async () => (await import('./RowActionsMenu.tsx')).RowActionsMenu);

/** Opens what can be done with one row, which is fetched when the pointer or the focus first comes here. */
export function RowActions(props: RowActionsProps) {
  const { id } = props.contact;
  // Another contact may come to stand here.
  const [wantedFor, setWantedFor] = useState<number>();
  const button = (
    <IconButton
      size="sm"
      aria-label={`Actions for ${calledBy(props.name, props.contact)}`}
      aria-haspopup="menu"
      onPointerEnter={RowActionsMenu.fetch}
      onFocus={RowActionsMenu.fetch}
      onClick={() => setWantedFor(id)}
    >
      <Dots />
    </IconButton>
  );
  return wantedFor === id ? <RowActionsMenu key={id} {...props} fallback={button} /> : button;
}
