import { clsx } from 'clsx';
import type { ComponentPropsWithRef, ElementType } from 'react';
import classes from './Button.module.css';
import { type ButtonLooks, ButtonRoot } from './ButtonRoot.tsx';

type Own<As extends ElementType> = ButtonLooks<As> & {
  /** A square of 28 or 32 px; on phones as large as a finger. */
  size?: 'sm' | 'md';
};

type Props<As extends ElementType> = Own<As> &
  Omit<ComponentPropsWithRef<As>, keyof Own<As> | 'aria-label'> & { 'aria-label': string };

/** A button that is one icon; its name is in `aria-label`. */
export function IconButton<As extends ElementType = 'button'>(props: Props<As>) {
  const {
    variant = 'subtle',
    size = 'md',
    className,
    ...rest
  } = props as Own<'button'> & ComponentPropsWithRef<'button'>;
  return <ButtonRoot {...rest} className={clsx(classes.icon, className)} data-variant={variant} data-size={size} />;
}
