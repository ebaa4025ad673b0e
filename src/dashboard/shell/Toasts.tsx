import { IconAlertCircle, IconX } from '@tabler/icons-react';
import { dismiss, pause, type Toast, undo, useToasts } from '#dashboard/lib/later.ts';
import classes from './Toasts.module.css';
import { PlainButton } from '#dashboard/ui/PlainButton.tsx';

const STACK = 3;

/** What is about to happen, with Undo, and what has gone wrong. The clocks stand while one is pointed at or inside. */
export function Toasts() {
  const toasts = useToasts();
  return (
    <div
      className={classes.stack}
      onPointerEnter={() => pause(true)}
      onPointerLeave={() => pause(false)}
      onFocus={() => pause(true)}
      onBlur={() => pause(false)}
    >
      <div role="status" className={classes.region}>
        {toasts
          .filter(({ tone }) => tone === 'neutral')
          .slice(-STACK)
          .map(show)}
      </div>
      <div role="alert" className={classes.region}>
        {toasts
          .filter(({ tone }) => tone === 'danger')
          .slice(-STACK)
          .map(show)}
      </div>
    </div>
  );
}

const show = (toast: Toast) => <OneToast key={toast.id} toast={toast} />;

function OneToast({ toast: { id, text, tone, undoable, left } }: { toast: Toast }) {
  return (
    <div className={classes.toast}>
      {tone === 'danger' && <IconAlertCircle aria-hidden />}
      <span className={classes.text} dir="auto">
        {text}
      </span>
      {undoable ? (
        <PlainButton className={classes.action} onClick={() => undo(id)}>
          Undo{' '}
          <span className={`${classes.seconds} figures`} aria-hidden>
            {Math.ceil(left / 1000)}
          </span>
        </PlainButton>
      ) : (
        <PlainButton className={classes.action} aria-label="Close" onClick={() => dismiss(id)}>
          <IconX aria-hidden />
        </PlainButton>
      )}
    </div>
  );
}
