import { clsx } from 'clsx';
import type { ComponentPropsWithRef } from 'react';
import classes from './Button.module.css';

/** A button without looks of its own: what is pressed says by its own class what it looks like. */
export const PlainButton = ({ className, ...props }: ComponentPropsWithRef<'button'>) => (
  <button type="button" className={clsx(classes.plain, className)} {...props} />
);
