import { IconPlus } from '@tabler/icons-react';
import { Link } from 'react-router';
import { longDay } from '#dashboard/lib/calendar.ts';
import { clock } from '#dashboard/lib/dates.ts';
import { ownZone, readWall } from '#dashboard/lib/zonedTime.ts';
import { paths } from '#dashboard/paths.ts';
import classes from './Calendar.module.css';

/** Begins a broadcast for then; where that is over, for an hour from now. */
export function NewOn({ wall, now }: { wall: string; now: Date }) {
  const read = readWall(wall, ownZone());
  const meant = read && (read.kind === 'one' ? read.at : read.later);
  const name = `New broadcast on ${longDay(wall.slice(0, 10))}${meant ? `, ${clock(meant)}` : ''}`;
  const soon = new Date(Math.ceil((now.getTime() + 3_600_000) / 300_000) * 300_000);
  const at = meant && meant > soon ? meant : soon;
  return (
    <Link className={classes.add} aria-label={name} title={name} to={paths.newBroadcast({ at: at.toISOString() })}>
      <IconPlus className="icon-sm" aria-hidden />
    </Link>
  );
}
