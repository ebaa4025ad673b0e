import { IconDots } from '@tabler/icons-react';
import { useLocation } from 'react-router';
import { useUnread } from '#dashboard/lib/title.ts';
import { useFollow } from '#dashboard/lib/useFollow.ts';
import { paths } from '#dashboard/paths.ts';
import classes from './PhoneTabs.module.css';
import { PlainButton } from '#dashboard/ui/PlainButton.tsx';
import { PlaceLink } from './PlaceLink.tsx';
import { everyPlace } from './places.ts';

/** The navigation of a phone: the places most gone to, and what opens the others. */
export function PhoneTabs({ onMore }: { onMore: () => void }) {
  const unread = useUnread();
  const { pathname } = useLocation();
  const follow = useFollow();
  return (
    <nav className={classes.tabs} aria-label="Main">
      {everyPlace
        .filter(({ isTab }) => isTab)
        .map(({ path, label, icon: Icon }) => (
          <PlaceLink key={path} path={path} pathname={pathname} className={classes.tab} onFollow={follow}>
            <Icon aria-hidden />
            {label}
            {path === paths.inbox() && unread > 0 && <span className={classes.dot} aria-label="unread" role="img" />}
          </PlaceLink>
        ))}
      <PlainButton className={classes.tab} aria-haspopup="dialog" onClick={onMore}>
        <IconDots aria-hidden />
        More
      </PlainButton>
    </nav>
  );
}
