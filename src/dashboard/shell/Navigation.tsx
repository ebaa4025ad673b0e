import { useQuery } from '@tanstack/react-query';
import { useLocation } from 'react-router';
import { session } from '#dashboard/api/session.ts';
import { count } from '#dashboard/lib/numbers.ts';
import { useUnread } from '#dashboard/lib/title.ts';
import { useFollow } from '#dashboard/lib/useFollow.ts';
import { paths } from '#dashboard/paths.ts';
import { Logo } from '#dashboard/ui/Logo.tsx';
import classes from './Navigation.module.css';
import { PlaceLink } from './PlaceLink.tsx';
import { places } from './places.ts';

/** The places one can go to; a rail of icons below 1200, gone below 768. */
export function Navigation() {
  const { data } = useQuery(session.current());
  const { pathname } = useLocation();
  const follow = useFollow();
  return (
    <nav className={classes.nav} aria-label="Main">
      <div className={classes.brand}>
        <Logo />
        <span>Switchboard</span>
      </div>
      {places.map(({ group, items }) => (
        <div key={group ?? 'top'} className={classes.group}>
          {group && <span className={classes.heading}>{group}</span>}
          <ul>
            {items
              .filter(({ simulatorOnly }) => !simulatorOnly || data?.simulator)
              .map(({ path, label, icon: Icon }) => (
                <li key={path}>
                  <PlaceLink path={path} pathname={pathname} className={classes.link} title={label} onFollow={follow}>
                    <Icon aria-hidden />
                    <span className={classes.label}>{label}</span>
                    {path === paths.inbox() && <Unread />}
                  </PlaceLink>
                </li>
              ))}
          </ul>
        </div>
      ))}
      <div className={classes.foot}>
        <bdi className="one-line">{data?.user?.email ?? data?.username}</bdi>
      </div>
    </nav>
  );
}

function Unread() {
  const unread = useUnread();
  if (unread === 0) return null;
  return (
    <span className={`${classes.count} figures`}>
      {count(unread)}
      <span className="visually-hidden"> unread</span>
    </span>
  );
}
