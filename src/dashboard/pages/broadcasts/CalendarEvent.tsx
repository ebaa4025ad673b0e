import '@mantine/core/styles/Popover.layer.css';
import { Popover } from '@mantine/core';
import {
  IconAlertCircle,
  IconCheck,
  IconClock,
  IconClockPause,
  IconProgress,
  type TablerIcon,
} from '@tabler/icons-react';
import { useState } from 'react';
import { type BroadcastState, isChangeable, stateOf } from '#dashboard/lib/broadcastState.ts';
import { absolute, clock } from '#dashboard/lib/dates.ts';
import { withFieldNames } from '#dashboard/lib/mergeFields.ts';
import { plural } from '#dashboard/lib/numbers.ts';
import { late } from '#dashboard/ui/late.tsx';
import classes from './Calendar.module.css';
import type { Entry } from './useCalendar.ts';
import { dragHandlers } from './useDropTarget.ts';
import type { usePickUp } from './usePickUp.ts';

const CalendarDetails = late(async () => (await import('./CalendarDetails.tsx')).CalendarDetails);

type Props = {
  entry: Entry;
  pick: ReturnType<typeof usePickUp>;
  /** Instead of showing it beside the calendar, where there is no room for that. */
  onOpen?: () => void;
};

const icons: Record<BroadcastState, TablerIcon> = {
  scheduled: IconClock,
  starting: IconProgress,
  sending: IconProgress,
  sent: IconCheck,
  held: IconClockPause,
  other: IconAlertCircle,
};

/** One broadcast in the calendar: a press shows it, a drag or `m` moves it while it waits. */
export function CalendarEvent({ entry, pick, onOpen }: Props) {
  const { broadcast, at, isMoving } = entry;
  const [isOpen, setIsOpen] = useState(false);
  const state = stateOf(broadcast);
  const Icon = icons[state];
  const words = withFieldNames(broadcast.message_body.slice(0, 80)).replace(/\s+/g, ' ').trim();
  const canMove = isChangeable(broadcast);
  return (
    <Popover opened={isOpen} onChange={setIsOpen} width={356} position="right-start" trapFocus shadow="lg">
      <Popover.Target>
        <button
          type="button"
          className={classes.event}
          data-state={state}
          data-broadcast={broadcast.id}
          data-moving={isMoving || pick.picked?.id === broadcast.id || undefined}
          aria-keyshortcuts={canMove ? 'm' : undefined}
          title={canMove ? 'Drag it, or press m and the arrows, to move it' : undefined}
          onClick={onOpen ?? (() => setIsOpen(!isOpen))}
          onKeyDown={(event) => pick.onKeyDown(event, entry)}
          {...(canMove && dragHandlers(entry))}
        >
          <Icon className="icon-sm" aria-hidden />
          <span className={`${classes.name} one-line`}>
            <bdi>{words}</bdi>
            <span className="visually-hidden">{`, to ${broadcast.group_name}, ${absolute(at)}, ${isMoving ? 'moving' : state}`}</span>
          </span>
          <span className={`${classes.under} one-line figures`} aria-hidden>
            {clock(at)} ·{' '}
            {state === 'sent' ? plural(broadcast.total_messages, 'text') : <bdi>{broadcast.group_name}</bdi>}
          </span>
        </button>
      </Popover.Target>
      <Popover.Dropdown className={classes.details ?? ''} aria-label={`Broadcast to ${broadcast.group_name}`}>
        <CalendarDetails
          entry={entry}
          onClose={() => setIsOpen(false)}
          fallback={<div className={classes.loading} />}
        />
      </Popover.Dropdown>
    </Popover>
  );
}
