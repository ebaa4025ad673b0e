import { IconArrowLeft } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { paths } from '#dashboard/paths.ts';
import classes from './webhooks.module.css';
import { IconButton } from '#dashboard/ui/IconButton.tsx';

/** The first row of the middle pane; on phones with the way back to the list. */
export const PaneHead = ({ title, children }: { title: string; children?: ReactNode }) => (
  <header className={classes.paneHead}>
    <IconButton className={classes.back} component={Link} to={paths.webHooks()} aria-label="Back to the webhooks">
      <IconArrowLeft aria-hidden />
    </IconButton>
    <h2 className="one-line">
      <bdi>{title}</bdi>
    </h2>
    {children}
  </header>
);
