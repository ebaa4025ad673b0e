import { IconPencil, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'react-router';
import { type BroadcastDraft, broadcastDrafts, useBroadcastDrafts } from '#dashboard/lib/broadcastDrafts.ts';
import { dayAndTime } from '#dashboard/lib/dates.ts';
import { defer } from '#dashboard/lib/later.ts';
import { paths } from '#dashboard/paths.ts';
import { IconButton } from '#dashboard/ui/IconButton.tsx';
import { Status } from '#dashboard/ui/Status.tsx';
import { titleOf } from './Composer.tsx';
import classes from './SendQueue.module.css';
import { useDispatches } from './useDispatches.ts';

/** What was begun on this device and not sent. */
export function Drafts() {
  const drafts = useBroadcastDrafts();
  const onTheirWay = new Set(useDispatches().map(({ draft }) => draft));
  const [leaving, setLeaving] = useState<ReadonlySet<string>>(new Set());
  const begun = [...(drafts?.values() ?? [])]
    .filter(
      ({ key, text, groups }) => !onTheirWay.has(key) && !leaving.has(key) && (text.trim() !== '' || groups.length > 0),
    )
    .toSorted((a, b) => b.savedAt - a.savedAt);
  if (begun.length === 0) return null;
  const remove = ({ key }: BroadcastDraft) => {
    setLeaving(new Set([...leaving, key]));
    defer({
      text: 'The draft will be deleted',
      run: () => broadcastDrafts.remove(key),
      onUndo: () => setLeaving(new Set([...leaving].filter((other) => other !== key))),
    });
  };
  return (
    <section className={classes.queue} aria-label="Drafts">
      <ul>
        {begun.map((draft) => (
          <li key={draft.key} className={classes.row}>
            <Status icon={<IconPencil aria-hidden />}>Draft</Status>
            <Link
              className={`${classes.draft} one-line`}
              to={paths.newBroadcast({ draft: draft.key, step: stepOf(draft) })}
            >
              <bdi>{titleOf(draft)}</bdi>
            </Link>
            <span className={classes.reason}>{dayAndTime(new Date(draft.savedAt))}</span>
            <IconButton size="sm" aria-label={`Delete the draft ${titleOf(draft)}`} onClick={() => remove(draft)}>
              <IconTrash aria-hidden />
            </IconButton>
          </li>
        ))}
      </ul>
    </section>
  );
}

const stepOf = ({ groups, text }: BroadcastDraft) =>
  groups.length === 0 ? 'who' : text.trim() === '' ? 'what' : 'review';
