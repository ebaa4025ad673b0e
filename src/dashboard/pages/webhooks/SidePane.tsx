import { IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './webhooks.module.css';
import { IconButton } from '#dashboard/ui/IconButton.tsx';

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
      <IconButton aria-label="Close the delivery" onClick={onClose}>
        <IconX aria-hidden />
      </IconButton>
    </header>
    {children}
  </aside>
);
