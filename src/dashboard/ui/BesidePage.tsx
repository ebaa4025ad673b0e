import type { ReactNode } from 'react';
import classes from './BesidePage.module.css';

type Props = {
  children: ReactNode;
  /** What the pane at the side is called. */
  label: string;
  aside: ReactNode;
};

/** A page with a pane at its side, which stands below on narrow screens. */
export const BesidePage = ({ children, label, aside }: Props) => (
  <div className={classes.page}>
    <div className={classes.main}>{children}</div>
    <aside className={classes.aside} aria-label={label}>
      {aside}
    </aside>
  </div>
);
