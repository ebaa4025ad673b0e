import { IconCheck, IconChevronLeft, IconChevronRight, IconClock, IconPlus } from '@tabler/icons-react';
import { clsx } from 'clsx';
import { Link } from 'react-router';
import { daysLater, monthsLater } from '#dashboard/lib/calendar.ts';
import { paths } from '#dashboard/paths.ts';
import { Button } from '#dashboard/ui/Button.tsx';
import { IconButton } from '#dashboard/ui/IconButton.tsx';
import { Status } from '#dashboard/ui/Status.tsx';
import classes from './Calendar.module.css';
import type { CalendarState, Patch } from './calendarState.ts';

type Props = { state: CalendarState; patch: Patch; day: string; title: string; isPhone: boolean };

/** Which month or week it is, and the ways to others. */
export function CalendarHead({ state: { view }, patch, day, title, isPhone }: Props) {
  const turn = (step: 1 | -1) =>
    patch({ day: view === 'week' && !isPhone ? daysLater(day, 7 * step) : monthsLater(day, step) });
  const what = view === 'week' && !isPhone ? 'week' : 'month';
  return (
    <header className={classes.head}>
      <h1 className={classes.title}>{title}</h1>
      <IconButton size="sm" aria-label={`Previous ${what}`} onClick={() => turn(-1)}>
        <IconChevronLeft aria-hidden />
      </IconButton>
      <IconButton size="sm" aria-label={`Next ${what}`} onClick={() => turn(1)}>
        <IconChevronRight aria-hidden />
      </IconButton>
      <Button onClick={() => patch({ day: undefined })}>Today</Button>
      <div className={classes.legend} aria-hidden>
        <Status icon={<IconCheck aria-hidden />}>Sent</Status>
        <Status tone="info" icon={<IconClock aria-hidden />}>
          Scheduled
        </Status>
      </div>
      <div className={classes.views} role="group" aria-label="View">
        <Link className={classes.view} to={paths.broadcasts()}>
          List
        </Link>
        {(['week', 'month'] as const).map((each) => (
          <button
            key={each}
            type="button"
            className={clsx(classes.view, classes.wideOnly)}
            aria-pressed={each === view}
            onClick={() => patch({ view: each })}
          >
            {each === 'week' ? 'Week' : 'Month'}
          </button>
        ))}
      </div>
      <Button
        variant="filled"
        size="md"
        leftSection={<IconPlus aria-hidden />}
        component={Link}
        to={paths.newBroadcast()}
      >
        New broadcast
      </Button>
    </header>
  );
}
