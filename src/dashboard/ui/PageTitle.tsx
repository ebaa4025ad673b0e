import type { ReactNode } from 'react';
import { count } from '#dashboard/lib/numbers.ts';
import classes from './PageTitle.module.css';

type Props = {
  children: ReactNode;
  /** How many there are in all. */
  total?: number | undefined;
  actions?: ReactNode;
};

/** The first row of a page: its name, how many, and what can be done. */
export function PageTitle({ children, total, actions }: Props) {
  return (
    <header className={classes.row}>
      <h1 className={`${classes.title} one-line`} dir="auto">
        {children}
      </h1>
      {total !== undefined && <span className={`${classes.total} figures`}>{count(total)}</span>}
      <div className={classes.actions}>{actions}</div>
    </header>
  );
}
