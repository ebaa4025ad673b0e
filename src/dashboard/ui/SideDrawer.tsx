import { Drawer } from '@mantine/core';
import './overlays.ts';
import type { ReactNode } from 'react';
import classes from './SideDrawer.module.css';

type Props = {
  opened: boolean;
  onClose: () => void;
  /** What the dialog is called: what it does. */
  title: string;
  children: ReactNode;
};

/** Edits one thing beside the list it stands in; the whole width on phones. */
export function SideDrawer({ opened, onClose, title, children }: Props) {
  return (
    <Drawer
      opened={opened}
      onClose={onClose}
      title={title}
      classNames={{ content: classes.content, inner: classes.inner }}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      {children}
    </Drawer>
  );
}
