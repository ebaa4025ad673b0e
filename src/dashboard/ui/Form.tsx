import type { FormEvent, ReactNode } from 'react';
import classes from './Form.module.css';
import { Button } from './Button.tsx';

type Props = {
  /** The button that does it. */
  action: string;
  busy: boolean;
  danger?: boolean;
  onSubmit: () => void;
  onCancel: () => void;
  children: ReactNode;
};

/** A form in a drawer or dialog: its fields one below the other, its buttons at the end. */
export function Form({ action, busy, danger = false, onSubmit, onCancel, children }: Props) {
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!busy) onSubmit();
  };
  return (
    <form className={classes.form} noValidate onSubmit={submit}>
      {children}
      <div className={classes.actions}>
        <Button variant="subtle" onClick={onCancel}>
          Cancel
        </Button>
        <Button type="submit" variant="filled" loading={busy} {...(danger && { 'data-danger': true })}>
          {action}
        </Button>
      </div>
    </form>
  );
}

/** What there is to know before the form is sent. */
export const FormNote = ({ children }: { children: ReactNode }) => <p className={classes.note}>{children}</p>;
