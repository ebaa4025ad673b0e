import { useState } from 'react';
import type { Broadcast } from '#contract/broadcasts.ts';
import { stateOf } from '#dashboard/lib/broadcastState.ts';
import { Button } from '#dashboard/ui/Button.tsx';
import { late } from '#dashboard/ui/late.tsx';
import classes from './Report.module.css';
import { deleteBroadcast, sendHeld } from './leaving.ts';

const Reschedule = late(async () => (await import('./Reschedule.tsx')).Reschedule);

type Props = { broadcast: Broadcast; onDone?: () => void };

/** What can still be done with one that waits. */
export function BroadcastChange({ broadcast, onDone }: Props) {
  const [isMoving, setIsMoving] = useState(false);
  const isHeld = stateOf(broadcast) === 'held';
  return (
    <div className={classes.change} role="group" aria-label="Change">
      {isHeld && <Button onClick={() => sendHeld(broadcast)}>Send now</Button>}
      <Button
        data-danger
        onClick={() => {
          deleteBroadcast(broadcast);
          onDone?.();
        }}
      >
        {isHeld ? 'Delete' : 'Cancel sending'}
      </Button>
      <Button onClick={() => setIsMoving(true)}>Change time</Button>
      {isMoving && (
        <Reschedule
          broadcast={broadcast}
          onClose={() => {
            setIsMoving(false);
            onDone?.();
          }}
        />
      )}
    </div>
  );
}
