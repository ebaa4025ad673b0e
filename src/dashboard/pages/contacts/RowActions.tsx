import { ActionIcon } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { patiently } from '#dashboard/lib/patiently.ts';
import { calledBy } from './calledBy.ts';
import type { RowActionsProps } from './RowActionsMenu.tsx';

const load = () => import('./RowActionsMenu.tsx');
const RowActionsMenu = lazy(async () => ({ default: (await patiently(load)).RowActionsMenu }));

/** Opens what can be done with one row, which is fetched when the pointer or the focus first comes here. */
export function RowActions(props: RowActionsProps) {
  const [wanted, setWanted] = useState(false);
  const button = (
    <ActionIcon
      size="sm"
      aria-label={`Actions for ${calledBy(props.name, props.contact)}`}
      aria-haspopup="menu"
      onPointerEnter={() => void load()}
      onFocus={() => void load()}
      onClick={() => setWanted(true)}
    >
      <IconDots aria-hidden />
    </ActionIcon>
  );
  if (!wanted) return button;
  return (
    <Suspense fallback={button}>
      <RowActionsMenu {...props} />
    </Suspense>
  );
}
