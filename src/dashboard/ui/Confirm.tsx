import { Modal } from '@mantine/core';
import { Button } from './Button.tsx';
import './overlays.ts';
import type { ReactNode } from 'react';
import classes from './Confirm.module.css';

type Props = {
  opened: boolean;
  onClose: () => void;
  /** A question that names what and how many: `Delete 3 contacts?` */
  title: string;
  /** What will happen and what stays. */
  children: ReactNode;
  /** The button: `Delete 3 contacts`. */
  action: string;
  onConfirm: () => void;
  busy?: boolean;
  /** Nothing is lost by it. */
  harmless?: boolean;
  error?: ReactNode;
};

/** Before what can't be undone or costs much. The focus starts on Cancel. */
export function Confirm({ opened, onClose, title, children, action, onConfirm, busy = false, harmless, error }: Props) {
  return (
    <Modal opened={opened} onClose={onClose} title={title} withCloseButton={false}>
      <div className={classes.text}>{children}</div>
      {error}
      <div className={classes.actions}>
        <Button variant="subtle" data-autofocus onClick={onClose}>
          Cancel
        </Button>
        <Button variant="filled" {...(!harmless && { 'data-danger': true })} loading={busy} onClick={onConfirm}>
          {action}
        </Button>
      </div>
    </Modal>
  );
}
