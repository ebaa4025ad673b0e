import type { ReactNode } from 'react';
import { count } from '#dashboard/lib/numbers.ts';
import classes from './SelectionBar.module.css';
import { PlainButton } from './PlainButton.tsx';

type Props = {
  selection: {
    count: number;
    leftOut: number;
    isAll: boolean;
    offersAll: boolean;
    chooseAll: () => void;
    clear: () => void;
  };
  /** All that match. */
  total: number;
  /** What can be done with them. */
  children: ReactNode;
};

/** How many are ticked, the way to all of them, and what can be done. Nothing while none is. */
export function SelectionBar({ selection, total, children }: Props) {
  if (selection.count === 0) return null;
  return (
    <section className={classes.bar} aria-label="Selection">
      <span className={`${classes.count} figures`} role="status">
        <b>{count(selection.count)}</b> selected
        {selection.leftOut > 0 && (
          <span className={classes.dimmed}> · {count(selection.leftOut)} left out by hand</span>
        )}
      </span>
      {selection.offersAll && (
        <PlainButton className={classes.link} onClick={selection.chooseAll}>
          Select all {count(total)} that match
        </PlainButton>
      )}
      <PlainButton className={classes.link} onClick={selection.clear}>
        Clear
      </PlainButton>
      <span className={classes.space} />
      <span className={classes.actions}>{children}</span>
    </section>
  );
}
