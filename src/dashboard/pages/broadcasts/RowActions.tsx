import { Menu } from '@mantine/core';
import { IconCalendarTime, IconCopy, IconPencil, IconSend, IconTrash } from '@tabler/icons-react';
import { Link, useNavigate } from 'react-router';
import type { Broadcast } from '#contract/broadcasts.ts';
import { unschedule } from '#dashboard/api/unschedule.ts';
import { isChangeable, stateOf } from '#dashboard/lib/broadcastState.ts';
import { alertThat } from '#dashboard/lib/later.ts';
import { paths } from '#dashboard/paths.ts';
import { RowMenu } from '#dashboard/ui/RowMenu.tsx';
import { deleteBroadcast, sendHeld } from './leaving.ts';

type Props = { broadcast: Broadcast; onReschedule: () => void };

/** What can be done with one broadcast of the list. */
export function RowActions({ broadcast, onReschedule }: Props) {
  const navigate = useNavigate();
  const toDraft = () =>
    unschedule(broadcast).then(
      (key) => key !== null && navigate(paths.newBroadcast({ draft: key, step: 'what' })),
      (error: unknown) => void alertThat(`Not unscheduled: ${error instanceof Error ? error.message : ''}`),
    );
  return (
    <RowMenu name={`the broadcast to ${broadcast.group_name}`}>
      {stateOf(broadcast) === 'held' && (
        <Menu.Item leftSection={<IconSend aria-hidden />} onClick={() => sendHeld(broadcast)}>
          Send now
        </Menu.Item>
      )}
      {isChangeable(broadcast) && (
        <>
          <Menu.Item leftSection={<IconCalendarTime aria-hidden />} onClick={onReschedule}>
            Reschedule
          </Menu.Item>
          <Menu.Item leftSection={<IconPencil aria-hidden />} onClick={() => void toDraft()}>
            Unschedule to a draft
          </Menu.Item>
        </>
      )}
      <Menu.Item
        leftSection={<IconCopy aria-hidden />}
        component={Link}
        to={paths.newBroadcast({ from: String(broadcast.id) })}
      >
        Copy to a new one
      </Menu.Item>
      {isChangeable(broadcast) && (
        <Menu.Item leftSection={<IconTrash aria-hidden />} data-danger onClick={() => deleteBroadcast(broadcast)}>
          Delete
        </Menu.Item>
      )}
    </RowMenu>
  );
}
