import type { ComponentProps } from 'react';
import classes from './Tick.module.css';

type Props = Omit<ComponentProps<'input'>, 'type' | 'ref' | 'className'> & {
  /** Neither ticked nor not: some of what it stands for is. */
  indeterminate?: boolean;
};

/** A box to tick in a row. It looks like Mantine's, which is made for forms: a table that has one in each row waits for it. */
export const Tick = ({ indeterminate = false, ...props }: Props) => (
  <span className={classes.tick}>
    <input
      {...props}
      type="checkbox"
      className={`${classes.box} mantine-focus-auto`}
      ref={(box) => {
        if (box) box.indeterminate = indeterminate;
      }}
    />
    {indeterminate ? (
      <svg className={classes.mark} viewBox="0 0 32 6" aria-hidden>
        <rect width="32" height="6" rx="3" />
      </svg>
    ) : (
      <svg className={classes.mark} viewBox="0 0 10 7" aria-hidden>
        <path d="M4 4.586 1.707 2.293A1 1 0 1 0 .293 3.707l3 3a.997.997 0 0 0 1.414 0l5-5A1 1 0 1 0 8.293.293z" />
      </svg>
    )}
  </span>
);
