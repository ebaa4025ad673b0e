import { Button } from '@mantine/core';
import type { Broadcast } from '#contract/broadcasts.ts';
import { stateOf } from '#dashboard/lib/broadcastState.ts';
import { cancelSending } from './cancelling.ts';
import classes from './Report.module.css';

/** What can still be done with one that waits. */
export function BroadcastChange({ broadcast }: { broadcast: Broadcast }) {
  const isHeld = stateOf(broadcast) === 'held';
  return (
    <div className={classes.change} role="group" aria-label="Change">
      <Button data-danger onClick={() => cancelSending(broadcast)}>
        {isHeld ? 'Delete' : 'Cancel sending'}
      </Button>
    </div>
  );
}
