import { Link } from 'react-router';
import { count } from '#dashboard/lib/numbers.ts';
import classes from './OverviewPage.module.css';

type Props = {
  label: string;
  value: number | undefined;
  to?: string;
  /** There may be more than were counted. */
  atLeast?: boolean;
  /** What it counts has gone wrong. */
  isBad?: boolean;
};

/** A number that tells how things stand, and the way to what it counts. */
export function Figure({ label, value, to, atLeast = false, isBad = false }: Props) {
  const shown = value === undefined ? '–' : `${count(value)}${atLeast ? '+' : ''}`;
  return (
    <div className={classes.figure}>
      <dt>{label}</dt>
      <dd className="figures" data-bad={(isBad && value !== undefined && value > 0) || undefined}>
        {to ? (
          <Link to={to} aria-label={`${label}: ${shown}`}>
            {shown}
          </Link>
        ) : (
          shown
        )}
      </dd>
    </div>
  );
}
