import type { ComponentProps } from 'react';
import classes from './Tick.module.css';

type Props = Omit<ComponentProps<'input'>, 'type' | 'ref' | 'className'> & {
  /** Neither ticked nor not: some of what it stands for is. */
  indeterminate?: boolean;
};

/** A box to tick in a row. It looks like Mantine's, which is made for forms: a table that has one in each row waits for it. */
export const Tick = ({ indeterminate = false, ...props }: Props) => (
  <input
    {...props}
    type="checkbox"
    className={`${classes.tick} mantine-focus-auto`}
    ref={(box) => {
      if (box) box.indeterminate = indeterminate;
    }}
  />
);
