import { IconAlertCircle, IconCheck } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { Contact } from '#contract/contacts.ts';
import { limits } from '#contract/common.ts';
import { contacts } from '#dashboard/api/contacts.ts';
import { clock } from '#dashboard/lib/dates.ts';
import classes from './ContactPane.module.css';

/** How long after the last key notes are saved. */
const PAUSE = 1_200;

/** Notes, edited where they stand: saved when one stops typing or leaves them. */
export function ContactNotes({ contact }: { contact: Contact }) {
  const kept = contact.notes ?? '';
  // Null while nothing was typed, so that a change from elsewhere shows.
  const [typed, setTyped] = useState<string | null>(null);
  const save = useMutation(contacts.change(contact.id));
  const { mutate, isPending, error } = save;
  const text = typed ?? kept;
  const isDirty = typed !== null && typed !== kept;
  const store = () => {
    if (isDirty && !isPending) mutate({ notes: typed === '' ? null : typed });
  };
  useEffect(() => {
    if (!isDirty || isPending || error) return;
    const timer = setTimeout(() => mutate({ notes: typed === '' ? null : typed }), PAUSE);
    return () => clearTimeout(timer);
  }, [typed, isDirty, isPending, error, mutate]);
  return (
    <div className={classes.section}>
      <h3 className={classes.heading}>
        Notes
        <span className={classes.saved} data-failed={error ? true : undefined} role="status">
          {error ? (
            <>
              <IconAlertCircle aria-hidden /> Not saved: {error.message}
            </>
          ) : isDirty || isPending ? (
            'Saving…'
          ) : (
            save.isSuccess && (
              <>
                <IconCheck aria-hidden /> Saved {clock(new Date(save.submittedAt))}
              </>
            )
          )}
        </span>
      </h3>
      <textarea
        className={classes.notes}
        aria-label="Notes"
        placeholder="What is worth knowing about them"
        rows={2}
        dir="auto"
        maxLength={limits.notesLength}
        value={text}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          if (error) save.reset();
        }}
        onBlur={store}
        onKeyDown={(event) => event.key === 'Escape' && event.currentTarget.blur()}
      />
    </div>
  );
}
