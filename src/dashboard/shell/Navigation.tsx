import { useQuery } from '@tanstack/react-query';
import { clsx } from 'clsx';
import { NavLink } from 'react-router';
import { session } from '#dashboard/api/session.ts';
import { count } from '#dashboard/lib/numbers.ts';
import { useUnread } from '#dashboard/lib/title.ts';
import { paths } from '#dashboard/paths.ts';
import { Logo } from '#dashboard/ui/Logo.tsx';
import classes from './Navigation.module.css';
import { type Place, places } from './places.ts';

/** The places one can go to; a rail of icons below 1200, gone below 768. */
export function Navigation() {
  const { data } = useQuery(session.current());
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
              .map((place) => (
                <li key={place.path}>
                  <PlaceLink place={place} />
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

function PlaceLink({ place: { label, path, icon: Icon } }: { place: Place }) {
  const unread = useUnread();
  const counted = path === paths.inbox() && unread > 0;
  return (
    <NavLink to={path} end={path === '/'} className={clsx(classes.link)} title={label}>
      <Icon aria-hidden />
      <span className={classes.label}>{label}</span>
      {counted && (
        <span className={`${classes.count} figures`}>
          {count(unread)}
          <span className="visually-hidden"> unread</span>
        </span>
      )}
    </NavLink>
  );
}
