import type { ComponentPropsWithRef, ElementType } from 'react';

/** What buttons that look like one have in common. */
export type ButtonLooks<As extends ElementType> = {
  /** What it is made of, such as a `Link`. */
  component?: As;
  variant?: 'default' | 'subtle' | 'filled';
  className?: string | undefined;
};

type Props = Pick<ButtonLooks<ElementType>, 'component'> & ComponentPropsWithRef<'button'>;

/** A button that sends no form unless it says so, or what else it is made of. */
export function ButtonRoot({ component, ...props }: Props) {
  const Root = (component ?? 'button') as 'button';
  return <Root {...(!component && { type: 'button' })} {...props} />;
}
