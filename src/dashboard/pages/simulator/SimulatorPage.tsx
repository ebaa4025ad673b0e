import { IconPlayerPlay, IconPlayerStop } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { carrier } from '#dashboard/api/carrier.ts';
import { session } from '#dashboard/api/session.ts';
import { count } from '#dashboard/lib/numbers.ts';
import { useTitle } from '#dashboard/lib/title.ts';
import { useUrlState } from '#dashboard/lib/useUrlState.ts';
import { paths } from '#dashboard/paths.ts';
import { Button } from '#dashboard/ui/Button.tsx';
import { Failed } from '#dashboard/ui/Failed.tsx';
import { PageTitle } from '#dashboard/ui/PageTitle.tsx';
import { AddPhone } from './AddPhone.tsx';
import { EveryPhone } from './EveryPhone.tsx';
import { startDay, stopDay, useDay } from './day.ts';
import { NoPhones, NoSimulator } from './NoPhones.tsx';
import { PhoneDevice } from './PhoneDevice.tsx';
import { listed, phonesIn, SimulatorState } from './simulatorState.ts';
import classes from './simulator.module.css';

/** `/simulator`: people's phones, side by side, for trying everything without sending a real text. */
export function SimulatorPage() {
  const [state, patch] = useUrlState(SimulatorState);
  const { data: current } = useQuery(session.current());
  const numbers = useQuery({ ...carrier.numbers(), enabled: current?.simulator === true });
  useTitle('Simulator');
  const phones = phonesIn(state.phones);
  const own = numbers.data?.find(({ account_id }) => account_id === current?.user?.account_id) ?? numbers.data?.[0];
  const put = (next: readonly string[]) => patch({ phones: listed(next) }, { replace: true });

  if (current && !current.simulator) return <NoSimulator />;
  if (numbers.error && !own)
    return <Failed what="Phones" error={numbers.error} onRetry={() => void numbers.refetch()} />;
  return (
    <div className={classes.page}>
      <PageTitle actions={own && phones.length > 0 && <DayButton phones={phones} to={own.phone} />}>
        Simulator
      </PageTitle>
      <p className={classes.lead}>
        No real text leaves this computer. Numbers that end in 0000 can’t be reached, those that end in 9999 are
        landlines.
      </p>
      <div className={classes.tools}>
        <AddPhone phones={phones} onAdd={(phone) => put([...phones, phone])} />
        {own && phones.length > 1 && <EveryPhone phones={phones} to={own.phone} />}
      </div>
      {phones.length === 0 ? (
        <NoPhones onTake={put} />
      ) : (
        <ul className={classes.table} aria-label="Phones">
          {phones.map((phone) => (
            <li key={phone}>
              <PhoneDevice
                phone={phone}
                to={own?.phone}
                onRemove={() => put(phones.filter((other) => other !== phone))}
              />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function DayButton({ phones, to }: { phones: string[]; to: string }) {
  const day = useDay();
  if (!day) {
    return (
      <Button leftSection={<IconPlayerPlay aria-hidden />} onClick={() => startDay(phones, to)}>
        Play a busy day
      </Button>
    );
  }
  return (
    <>
      <span className={classes.progress} role="status">
        <span className="figures">
          {count(day.done)} of {count(day.total)}
        </span>{' '}
        · <Link to={paths.inbox()}>watch the inbox</Link>
      </span>
      <Button aria-label="Stop the day" leftSection={<IconPlayerStop aria-hidden />} onClick={stopDay}>
        Stop
      </Button>
    </>
  );
}
