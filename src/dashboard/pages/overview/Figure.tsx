import { Link } from 'react-router';
import { count } from '#dashboard/lib/numbers.ts';
import classes from './OverviewPage.module.css';

type Props = { label: string; value: number | undefined; to?: string };

/** A number that tells how things stand, and the way to what it counts. */
export function Figure({ label, value, to }: Props) {
  const shown = value === undefined ? '–' : count(value);
  return (
    <div className={classes.figure}>
      <dt>{label}</dt>
      <dd className="figures">{to ? <Link to={to}>{shown}</Link> : shown}</dd>
    </div>
  );
}
