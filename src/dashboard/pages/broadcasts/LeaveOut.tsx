import { broadcastDrafts } from '#dashboard/lib/broadcastDrafts.ts';
import { dayAndTime } from '#dashboard/lib/dates.ts';
import { count, plural } from '#dashboard/lib/numbers.ts';
import type { Recipient, Review } from '#dashboard/lib/review.ts';
import classes from './Review.module.css';
import { Button } from '#dashboard/ui/Button.tsx';
import { useMakeGroup } from './useMakeGroup.ts';

type Props = {
  draft: string;
  review: Review;
  show: string;
  shown: readonly Recipient[];
  onMade: () => void;
};

/** The service sends to whole groups: leaving some out means a group of the others, which costs requests. */
export function LeaveOut({ draft, review, show, shown, onMade }: Props) {
  const { make, busy, done, error } = useMakeGroup(({ id, name }) => {
    broadcastDrafts.change(draft, { groups: [{ id, name }] });
    onMade();
  });
  const once = show === 'repeated';
  const out = new Set(shown.map(({ contact }) => contact.id));
  const rest = once ? review.reached : review.reached.filter(({ contact }) => !out.has(contact.id));
  if (show === 'all' || show.startsWith('left') || shown.length === 0 || rest.length === 0) return null;
  const ids = rest.map(({ contact }) => contact.id);
  return (
    <div className={classes.leave}>
      <Button size="xs" loading={busy} onClick={() => make(nameNow(once), ids)}>
        {once
          ? 'Send it to each of them once'
          : `Leave ${shown.length === 1 ? 'this one' : `these ${count(shown.length)}`} out`}
      </Button>
      <span className={classes.hint} role="status">
        {error ??
          (busy
            ? `${count(done)} of ${count(ids.length)} added`
            : `Makes a group of ${plural(ids.length, 'person', 'people')}: ${plural(ids.length + 1, 'request')}.`)}
      </span>
    </div>
  );
}

const nameNow = (once: boolean) =>
  `${once ? 'Everybody once' : 'Others'}, ${dayAndTime(new Date()).replace('Today, ', '')}`;
