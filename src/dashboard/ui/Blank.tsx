import type { ReactNode } from 'react';
import classes from './Blank.module.css';

type Props = {
  icon: ReactNode;
  title: string;
  children?: ReactNode;
  /** The first step, or the way out. */
  actions?: ReactNode;
  /** Announced at once: something failed. */
  isAlert?: boolean;
};

/** What stands in a pane that has no rows: nothing yet, nothing matches, or not to be had. */
export function Blank({ icon, title, children, actions, isAlert = false }: Props) {
  return (
    <div className={classes.blank} {...(isAlert && { role: 'alert' })}>
      {icon}
      <h2 className={classes.title}>{title}</h2>
      {children && <p>{children}</p>}
      {actions && <div className={classes.actions}>{actions}</div>}
    </div>
  );
}
