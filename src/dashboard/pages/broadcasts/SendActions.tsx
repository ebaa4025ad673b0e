import { IconArrowBackUp, IconInfoCircle } from '@tabler/icons-react';
import { limits } from '#contract/common.ts';
import { type BroadcastDraft, broadcastDrafts } from '#dashboard/lib/broadcastDrafts.ts';
import { clock } from '#dashboard/lib/dates.ts';
import { plural } from '#dashboard/lib/numbers.ts';
import { Button } from '#dashboard/ui/Button.tsx';
import { isAccepted, toAccept } from './acceptance.ts';
import classes from './Review.module.css';
import type { Reviewed } from './ReviewPane.tsx';
import { useSendBroadcast } from './useSendBroadcast.ts';

type Props = { draft: BroadcastDraft; reviewed: Reviewed; now: Date; onSchedule: () => void };

/** The buttons that send, and what stands in their way. */
export function SendActions({ draft, reviewed, now, onSchedule }: Props) {
  const { send, busy } = useSendBroadcast(draft, reviewed);
  const why = obstacle(draft, reviewed, now);
  const people = plural(reviewed.review.reached.length, 'person', 'people');
  const scheduled = draft.at !== null;
  return (
    <footer className={classes.foot}>
      <div className={classes.buttons}>
        {scheduled ? (
          <Button size="md" onClick={() => broadcastDrafts.change(draft.key, { at: null })}>
            Send now…
          </Button>
        ) : (
          <Button size="md" onClick={onSchedule}>
            Schedule…
          </Button>
        )}
        <Button
          size="md"
          variant="filled"
          disabled={why !== undefined || busy}
          aria-describedby="send-note"
          onClick={() => void send()}
        >
          {scheduled ? `Schedule for ${people}` : `Send now to ${people}`}
        </Button>
      </div>
      <p className={classes.after} id="send-note" role="status">
        {why ? <IconInfoCircle className="icon-sm" aria-hidden /> : <IconArrowBackUp className="icon-sm" aria-hidden />}
        {why ??
          (draft.at === null
            ? '8 seconds to undo. After that nobody can call it back.'
            : `8 seconds to undo. Then change or cancel until ${clock(new Date(draft.at))}.`)}
      </p>
    </footer>
  );
}

/** Why it may not go yet; undefined when it may. */
function obstacle(draft: BroadcastDraft, { review, notes, people }: Reviewed, now: Date): string | undefined {
  if (draft.text.length > limits.messageLength) return 'The message is too long.';
  if (review.reached.length === 0) return 'Nobody in it can be texted.';
  if (people.isFetching) return 'Reading who is in it…';
  if (draft.at !== null && Date.parse(draft.at) < now.getTime() + 30_000) return 'Its time is past. Choose another.';
  const open = toAccept(review, notes).filter((name) => !isAccepted(draft, name));
  if (open.length > 0)
    return `${open.length === 1 ? 'One thing' : `${open.length} things`} above to look at and tick first.`;
  return undefined;
}
