import { IconGauge } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { clsx } from 'clsx';
import { useState } from 'react';
import { type Budget, budget } from '#dashboard/api/budget.ts';
import { clock } from '#dashboard/lib/dates.ts';
import { count } from '#dashboard/lib/numbers.ts';
import { useHash } from '#dashboard/lib/useHash.ts';
import { useNow } from '#dashboard/lib/useNow.ts';
import { late } from '#dashboard/ui/late.tsx';
import classes from './Header.module.css';
import { PlainButton } from '#dashboard/ui/PlainButton.tsx';

const BudgetDetails = late(async () => (await import('./BudgetDetails.tsx')).BudgetDetails);

const LOW = 100;

/** How many requests of this hour are left and when there are more; nothing while that is unknown. Opens the details, as `#budget` does. */
export function BudgetMeter() {
  const { data } = useQuery(budget());
  const [opened, setOpened] = useState(false);
  const [wanted, setWanted] = useState(false);
  useHash('#budget', () => {
    setWanted(true);
    setOpened(true);
  });
  if (!data || data.limit === 0) return null;
  const toggle = () => {
    setWanted(true);
    setOpened(!opened);
  };
  const button = <Meter left={data} opened={opened} onToggle={toggle} />;
  return (
    <>
      {wanted ? (
        <BudgetDetails left={data} opened={opened} onChange={setOpened} fallback={button}>
          {button}
        </BudgetDetails>
      ) : (
        button
      )}
      <span className={classes.rule} />
    </>
  );
}

type Props = { left: Budget; opened: boolean; onToggle: () => void };

function Meter({ left: { limit, remaining, refillsAt }, opened, onToggle, ...rest }: Props) {
  const now = useNow();
  // Once the hour is over all are back, whatever the last reply said.
  const left = refillsAt <= now.getTime() ? limit : remaining;
  const tone = left === 0 ? 'danger' : left < LOW ? 'warn' : undefined;
  const refills = left < limit && `refills ${clock(new Date(refillsAt))}`;
  return (
    <PlainButton
      {...rest}
      className={clsx(classes.item, classes.pressable, 'figures')}
      data-tone={tone}
      title={['Requests left this hour', refills].filter(Boolean).join(' · ')}
      aria-haspopup="dialog"
      aria-expanded={opened}
      onPointerEnter={BudgetDetails.fetch}
      onFocus={BudgetDetails.fetch}
      onClick={onToggle}
    >
      <IconGauge aria-hidden />
      <span>
        <b>{count(left)}</b>
        <small className={classes.detail}>
          {' '}
          of {count(limit)} left{refills && ` · ${refills}`}
        </small>
      </span>
    </PlainButton>
  );
}
