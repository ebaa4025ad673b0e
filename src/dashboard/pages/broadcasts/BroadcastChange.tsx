import { Button } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import type { Broadcast } from '#contract/broadcasts.ts';
import { stateOf } from '#dashboard/lib/broadcastState.ts';
import classes from './Report.module.css';
import { deleteBroadcast, sendHeld } from './leaving.ts';

const Reschedule = lazy(async () => ({ default: (await import('./Reschedule.tsx')).Reschedule }));

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
        <Suspense>
          <Reschedule
            broadcast={broadcast}
            onClose={() => {
              setIsMoving(false);
              onDone?.();
            }}
          />
        </Suspense>
      )}
    </div>
  );
}
