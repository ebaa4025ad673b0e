import { Button } from '#dashboard/ui/Button.tsx';
import '#dashboard/ui/overlays.ts';
import { Modal } from '@mantine/core';
import { absolute } from '#dashboard/lib/dates.ts';
import type { WallTime } from '#dashboard/lib/zonedTime.ts';
import classes from './Calendar.module.css';

type Props = { read: Exclude<WallTime, { kind: 'one' }>; onClose: () => void; onChoose: (at: Date) => void };

/** The clocks change just then, so that the time exists not at all or twice: which is meant? */
export const ClockChange = ({ read: { kind, earlier, later }, onClose, onChoose }: Props) => (
  <Modal opened onClose={onClose} title="The clocks change then" withCloseButton={false}>
    <p className={classes.ask}>
      {kind === 'gap'
        ? 'On this day the clocks are put forward over this time, so it does not exist. Which do you mean?'
        : 'On this day the clocks are put back, so this time comes twice. Which do you mean?'}
    </p>
    <div className={classes.choices}>
      <Button onClick={() => onChoose(earlier)}>{absolute(earlier)}</Button>
      <Button onClick={() => onChoose(later)}>{absolute(later)}</Button>
      <Button variant="subtle" onClick={onClose}>
        Leave it where it was
      </Button>
    </div>
  </Modal>
);
