import type { ReactNode } from 'react';
import classes from './Status.module.css';

export type Tone = 'neutral' | 'dimmed' | 'ok' | 'info' | 'warn' | 'danger';

/** A state as an icon and a word in its colour. Good and ordinary states stay neutral. */
export function Status({ tone = 'neutral', icon, children }: { tone?: Tone; icon?: ReactNode; children: ReactNode }) {
  return (
    <span className={classes.status} data-tone={tone}>
      {icon}
      {children}
    </span>
  );
}
