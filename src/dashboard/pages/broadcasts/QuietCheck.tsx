import { IconMoon } from '@tabler/icons-react';
import { useMemo } from 'react';
import { type BroadcastDraft, broadcastDrafts } from '#dashboard/lib/broadcastDrafts.ts';
import { dayAndTime } from '#dashboard/lib/dates.ts';
import { count, plural } from '#dashboard/lib/numbers.ts';
import { isQuiet, nearestAllowed } from '#dashboard/lib/quietHours.ts';
import { quietOnes, type Recipient, type Review, zonesAmong } from '#dashboard/lib/review.ts';
import { clockAndMark } from '#dashboard/lib/sendTime.ts';
import { ownZone, zoneMark } from '#dashboard/lib/zonedTime.ts';
import classes from './Review.module.css';
import { PlainButton } from '#dashboard/ui/PlainButton.tsx';

type Props = { draft: BroadcastDraft; review: Review; at: Date; now: Date; onShow: (show: string) => void };

/** Whom it reaches in their quiet hours, and the nearest time that suits everybody. */
export function QuietCheck({ draft, review: { reached }, at, now, onShow }: Props) {
  const quiet = useMemo(() => quietOnes(reached, at), [reached, at]);
  const better = useMemo(
    () => (quiet.length > 0 ? nearestAllowed(at, zonesAmong(reached), now) : null),
    [quiet, reached, at, now],
  );
  if (quiet.length === 0) return null;
  const move = () => broadcastDrafts.change(draft.key, { at: better?.toISOString() ?? null });
  return (
    <div className={classes.check}>
      <IconMoon aria-hidden />
      <div>
        <b>
          {plural(quiet.length, 'person gets', 'people get')} it {theirTimes(quiet, at)}.
        </b>{' '}
        Quiet hours there are before 9 AM and from 8 PM, on Sundays before noon.
        <div className={classes.ways}>
          {better && (
            <>
              <PlainButton className={classes.link} onClick={move}>
                Send {uncapital(dayAndTime(better, now))} {zoneMark(ownZone(), better)}
              </PlainButton>
              <span className={classes.dimmed}>or</span>
            </>
          )}
          <PlainButton className={classes.link} onClick={() => onShow('quiet')}>
            See the {count(quiet.length)}
          </PlainButton>
        </div>
      </div>
    </div>
  );
}

/** `at 8:30 PM ET`, where it is one time for all of them. */
function theirTimes(quiet: readonly Recipient[], at: Date) {
  const times = new Set(
    quiet
      .flatMap(({ zones }) => zones.filter((zone) => isQuiet(at, zone)).slice(0, 1))
      .map((zone) => clockAndMark(at, zone)),
  );
  return times.size === 1 ? `at ${[...times][0]}` : 'in their quiet hours';
}

/** `tomorrow, 10:00 AM` within a sentence; a date stays as it is. */
const uncapital = (text: string) =>
  /^\p{Lu}\p{Ll}+,/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
