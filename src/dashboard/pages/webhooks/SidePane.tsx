import { ActionIcon } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './webhooks.module.css';

type Props = { title: string; onClose: () => void; actions?: ReactNode; children: ReactNode };

/** One delivery, whole, beside the list it stands in. */
export const SidePane = ({ title, onClose, actions, children }: Props) => (
  <aside className={classes.side} aria-label="Delivery">
    <header className={classes.paneHead}>
      <h2 className="one-line">
        <bdi>{title}</bdi>
      </h2>
      <span className={classes.space} />
      {actions}
      <ActionIcon aria-label="Close the delivery" onClick={onClose}>
        <IconX aria-hidden />
      </ActionIcon>
    </header>
    {children}
  </aside>
);
