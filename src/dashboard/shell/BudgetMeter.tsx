import { IconGauge } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { budget } from '#dashboard/api/budget.ts';
import { clock } from '#dashboard/lib/dates.ts';
import { count } from '#dashboard/lib/numbers.ts';
import { useNow } from '#dashboard/lib/useNow.ts';
import classes from './Header.module.css';

const LOW = 100;

/** How many requests of this hour are left and when there are more; nothing while that is unknown. */
export function BudgetMeter() {
  const { data } = useQuery(budget());
  const now = useNow();
  if (!data) return null;
  // Once the hour is over all are back, whatever the last reply said.
  const left = data.refillsAt <= now.getTime() ? data.limit : data.remaining;
  const tone = left === 0 ? 'danger' : left < LOW ? 'warn' : undefined;
  const refills = left < data.limit && `refills ${clock(new Date(data.refillsAt))}`;
  return (
    <>
      <span
        className={`${classes.item} figures`}
        data-tone={tone}
        title={['Requests left this hour', refills].filter(Boolean).join(' · ')}
      >
        <IconGauge aria-hidden />
        <span>
          <b>{count(left)}</b>
          <small className={classes.detail}>
            {' '}
            of {count(data.limit)} left{refills && ` · ${refills}`}
          </small>
        </span>
      </span>
      <span className={classes.rule} />
    </>
  );
}
