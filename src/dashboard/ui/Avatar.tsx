import { IconUser } from '@tabler/icons-react';
import { initials } from '#dashboard/lib/initials.ts';
import classes from './Avatar.module.css';

type Props = {
  /** Empty for somebody known only by number. */
  name: string;
  size?: 'sm' | 'md' | 'lg';
};

/** Initials on neutral ground: decoration beside a name, so drawn by the style sheet and hidden from assistive technology. */
export function Avatar({ name, size = 'md' }: Props) {
  return (
    <span className={classes.avatar} data-size={size} data-initials={initials(name)} aria-hidden>
      {initials(name) === '' && <IconUser />}
    </span>
  );
}
