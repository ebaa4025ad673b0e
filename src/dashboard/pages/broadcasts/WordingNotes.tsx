import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import type { WordingNote } from '#dashboard/lib/wording.ts';
import classes from './Composer.module.css';

/** What carriers may filter, or that there is nothing of it. */
export function WordingNotes({ notes }: { notes: readonly WordingNote[] }) {
  return (
    <ul className={classes.notes} aria-label="Wording">
      {notes.map(({ kind, says }) => (
        <li key={kind} className={classes.note}>
          <IconAlertTriangle aria-hidden />
          {says}
        </li>
      ))}
      {notes.length === 0 && (
        <li className={classes.note} data-tone="ok">
          <IconCircleCheck aria-hidden />
          Wording: says how to stop, no short links, no shouting.
        </li>
      )}
    </ul>
  );
}
