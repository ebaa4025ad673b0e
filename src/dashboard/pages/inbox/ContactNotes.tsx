import { IconAlertCircle, IconCheck } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { Contact } from '#contract/contacts.ts';
import { limits } from '#contract/common.ts';
import { contacts } from '#dashboard/api/contacts.ts';
import { clock } from '#dashboard/lib/dates.ts';
import classes from './ContactPane.module.css';
import { PlainButton } from '#dashboard/ui/PlainButton.tsx';

/** How long after the last key notes are saved. */
const PAUSE = 1_200;

const change = (text: string) => ({ notes: text === '' ? null : text });

/** Saves notes when one stops typing or leaves them, and knows the way back to what they were. */
function useNotes(contact: Contact) {
  const kept = contact.notes ?? '';
  // Null while nothing was typed, so that a change from elsewhere shows.
  const [typed, setTyped] = useState<string | null>(null);
  const [before, setBefore] = useState<string | null>(null);
  const save = useMutation(contacts.change(contact.id));
  const { mutate, isPending, error } = save;
  const isDirty = typed !== null && typed !== kept;

  const store = useRef(() => {});
  useEffect(() => {
    store.current = () => {
      if (!isDirty || isPending) return;
      setBefore(before ?? kept);
      mutate(change(typed));
    };
  });
  useEffect(() => {
    if (!isDirty || isPending || error) return;
    const timer = setTimeout(() => store.current(), PAUSE);
    return () => clearTimeout(timer);
  }, [typed, isDirty, isPending, error]);
  // Whoever goes to another conversation has finished with these.
  useEffect(() => () => store.current(), []);

  const undo = () => {
    if (before === null) return;
    setTyped(before);
    setBefore(null);
    mutate(change(before));
  };
  const write = (text: string) => {
    setTyped(text);
    if (error) save.reset();
  };
  const isSettled = !isDirty && !isPending;
  return {
    text: typed ?? kept,
    write,
    store: () => store.current(),
    undo: isSettled && before !== null && before !== kept ? undo : undefined,
    state: {
      failed: error?.message,
      saving: !error && !isSettled,
      savedAt: !error && isSettled && save.isSuccess ? save.submittedAt : undefined,
    },
  };
}

/** Notes, edited where they stand. */
export function ContactNotes({ contact }: { contact: Contact }) {
  const { text, write, store, undo, state } = useNotes(contact);
  return (
    <section className={classes.section} aria-label="Notes">
      <h3 className={classes.heading}>
        Notes
        <span className={classes.saved} data-failed={state.failed ? true : undefined} role="status">
          {state.failed && (
            <>
              <IconAlertCircle aria-hidden /> Not saved: {state.failed}
            </>
          )}
          {state.saving && 'Saving…'}
          {state.savedAt && (
            <>
              <IconCheck aria-hidden /> Saved {clock(new Date(state.savedAt))}
            </>
          )}
        </span>
        {undo && (
          <PlainButton className={classes.quiet} onClick={undo}>
            Undo
          </PlainButton>
        )}
      </h3>
      <textarea
        className={classes.notes}
        aria-label="Notes"
        placeholder="What is worth knowing about them"
        rows={2}
        dir="auto"
        maxLength={limits.notesLength}
        value={text}
        onChange={(event) => write(event.currentTarget.value)}
        onBlur={store}
        onKeyDown={(event) => event.key === 'Escape' && event.currentTarget.blur()}
      />
    </section>
  );
}
