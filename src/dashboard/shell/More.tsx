import { Drawer, useMantineColorScheme } from '@mantine/core';
import { Button } from '#dashboard/ui/Button.tsx';
import '#dashboard/ui/overlays.ts';
import { IconChecklist, IconLogout, IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { clsx } from 'clsx';
import { NavLink } from 'react-router';
import type { LiveState } from '#dashboard/api/eventStream.ts';
import { session } from '#dashboard/api/session.ts';
import { paths } from '#dashboard/paths.ts';
import { BudgetMeter } from './BudgetMeter.tsx';
import { LiveDot } from './LiveDot.tsx';
import classes from './More.module.css';
import { everyPlace } from './places.ts';
import type { Overlay } from './Shell.tsx';
import { useSignOut } from './useSignOut.ts';

type Props = { live: LiveState; onClose: () => void; onOpen: (overlay: Overlay) => void };

/** What a phone's tabs have no room for: the other places, the palette, the state of things, theme and account. */
export function More({ live, onClose, onOpen }: Props) {
  const { data } = useQuery(session.current());
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const signOut = useSignOut();
  return (
    <Drawer opened onClose={onClose} title="More" position="bottom" size="auto" classNames={{ content: classes.sheet }}>
      <div className={classes.state}>
        <LiveDot state={live} />
        <BudgetMeter />
      </div>
      <ul className={classes.places}>
        {everyPlace
          .filter(({ isTab, simulatorOnly }) => !isTab && (!simulatorOnly || data?.simulator))
          .map(({ path, label, icon: Icon }) => (
            <li key={path}>
              <NavLink to={path} className={clsx(classes.place)} onClick={onClose}>
                <Icon className="icon-lg" aria-hidden />
                {label}
              </NavLink>
            </li>
          ))}
        <li>
          <NavLink to={paths.jobs()} className={clsx(classes.place)} onClick={onClose}>
            <IconChecklist className="icon-lg" aria-hidden />
            Jobs
          </NavLink>
        </li>
      </ul>
      <div className={classes.actions}>
        <Button leftSection={<IconSearch aria-hidden />} onClick={() => onOpen('palette')}>
          Search or jump to…
        </Button>
        <label className={classes.theme}>
          Theme
          <select
            value={colorScheme}
            onChange={({ currentTarget: { value } }) =>
              setColorScheme(value === 'light' || value === 'dark' ? value : 'auto')
            }
          >
            <option value="auto">As the system</option>
            <option value="light">Light</option>
            <option value="dark">Dark</option>
          </select>
        </label>
        <Button leftSection={<IconLogout aria-hidden />} onClick={() => void signOut()}>
          Sign out
        </Button>
        <bdi className={classes.who}>{data?.username}</bdi>
      </div>
    </Drawer>
  );
}
