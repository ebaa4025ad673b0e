import { IconClock, IconWifiOff } from '@tabler/icons-react';
import { clock } from '#dashboard/lib/dates.ts';
import { useOnline } from '#dashboard/lib/useOnline.ts';
import classes from './Strip.module.css';
import { PlainButton } from './PlainButton.tsx';

type Props = {
  /** When what is shown was read, in milliseconds since 1970. */
  since: number;
  reason: string;
  busy?: boolean;
  onRefresh: () => void;
};

/** Over rows that could not be renewed: how old they are, why, and Refresh. */
export function Strip({ since, reason, busy = false, onRefresh }: Props) {
  const online = useOnline();
  if (!online) return <OfflineStrip />;
  return (
    <div className={classes.strip} role="status">
      <IconClock aria-hidden />
      <span className={classes.text}>
        As of {clock(new Date(since))}. {reason}
      </span>
      <PlainButton className={classes.action} disabled={busy} onClick={onRefresh}>
        {busy ? 'Refreshing…' : 'Refresh'}
      </PlainButton>
    </div>
  );
}

/** While there is no network: what still works and what waits. */
export function OfflineStrip() {
  return (
    <div className={classes.strip} role="status">
      <IconWifiOff aria-hidden />
      <span className={classes.text}>
        <b>Offline.</b> You can read and write; sending waits for you.
      </span>
    </div>
  );
}
