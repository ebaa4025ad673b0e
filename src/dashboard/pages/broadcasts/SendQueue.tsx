import { useNavigate } from 'react-router';
import { broadcastOutbox } from '#dashboard/api/broadcastsGoingOut.ts';
import { broadcastDrafts } from '#dashboard/lib/broadcastDrafts.ts';
import type { Dispatch } from '#dashboard/lib/dispatch.ts';
import { withFieldNames } from '#dashboard/lib/mergeFields.ts';
import { plural } from '#dashboard/lib/numbers.ts';
import { useNow } from '#dashboard/lib/useNow.ts';
import { paths } from '#dashboard/paths.ts';
import { Button } from '#dashboard/ui/Button.tsx';
import { DispatchState } from './DispatchState.tsx';
import classes from './SendQueue.module.css';

/** What is on its way to groups, in the order of the turns: one a minute, each with its countdown and a way back. */
export function SendQueue({ rows }: { rows: readonly Dispatch[] }) {
  const now = useNow(1_000);
  if (rows.length === 0) return null;
  return (
    <section className={classes.queue} aria-label="Going out">
      <ul>
        {rows.map((row) => (
          <li key={row.key} className={classes.row}>
            <div className={classes.what}>
              <p className={classes.group}>
                <bdi>{row.groupName}</bdi> <span className="figures">{plural(row.people, 'person', 'people')}</span>
              </p>
              <p className={`${classes.words} one-line`} dir="auto">
                {withFieldNames(row.text.slice(0, 200))}
              </p>
            </div>
            <DispatchState row={row} now={now} />
            <Actions row={row} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Actions({ row }: { row: Dispatch }) {
  const navigate = useNavigate();
  const backToDraft = async () => {
    const group = { id: row.group, name: row.groupName };
    const sent = broadcastOutbox.get().some((each) => each.draft === row.draft && each.state === 'sent');
    await broadcastOutbox.takeBack(row.draft);
    const draft = broadcastDrafts.get(row.draft);
    const { text, sender, fromTemplate } = row;
    // Where some of its groups have gone, only the others are left to be sent.
    const begun = { text, sender, fromTemplate, at: row.deliverAt ?? null, groups: sent ? [group] : draft.groups };
    const key = draft.savedAt > 0 && !sent ? row.draft : await broadcastDrafts.begin(begun);
    void navigate(paths.newBroadcast({ draft: key, step: 'review' }));
  };
  if (row.state === 'undo') {
    return (
      <Button size="xs" onClick={() => void broadcastOutbox.takeBack(row.draft)}>
        Undo
      </Button>
    );
  }
  if (row.state === 'queued') {
    return (
      <Button size="xs" onClick={() => void broadcastOutbox.cancel(row.key)}>
        Cancel
      </Button>
    );
  }
  if (row.state !== 'refused') return null;
  return (
    <>
      <Button size="xs" onClick={() => void broadcastOutbox.again(row.key)}>
        {row.deliverAt ? 'Schedule again' : 'Send again'}
      </Button>
      <Button size="xs" onClick={() => void backToDraft()}>
        Back to draft
      </Button>
    </>
  );
}
