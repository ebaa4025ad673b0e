import { IconBroadcast, IconClock } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import type { Broadcast } from '#contract/broadcasts.ts';
import type { Group } from '#contract/groups.ts';
import { groups } from '#dashboard/api/groups.ts';
import { dayAndTime } from '#dashboard/lib/dates.ts';
import { count } from '#dashboard/lib/numbers.ts';
import { paths } from '#dashboard/paths.ts';
import { Blank } from '#dashboard/ui/Blank.tsx';
import { Button } from '#dashboard/ui/Button.tsx';
import type { Column } from '#dashboard/ui/DataColumn.tsx';
import { DataTable } from '#dashboard/ui/DataTable.tsx';
import { List } from '#dashboard/ui/List.tsx';
import { Pager } from '#dashboard/ui/Pager.tsx';
import { SkeletonRows } from '#dashboard/ui/SkeletonRows.tsx';
import { Status } from '#dashboard/ui/Status.tsx';
import { When } from '#dashboard/ui/When.tsx';
import { isAhead } from './ahead.ts';
import type { Patch } from './GroupMembers.tsx';
import type { MembersState } from './listState.ts';

type Props = { group: Group; state: MembersState; patch: Patch };

/** What went and will go out to the group, newest first. */
export function GroupBroadcasts({ group, state: { page, per_page }, patch }: Props) {
  const query = useQuery(groups.broadcasts(group.id, { page, per_page }));
  return (
    <>
      <List
        query={query}
        what="Broadcasts to this group"
        isEmpty={({ items }) => items.length === 0}
        empty={<NoBroadcasts group={group} />}
        skeleton={<SkeletonRows kind="table" rows={6} />}
      >
        {({ items }) => (
          <DataTable
            name="Broadcasts"
            rows={items}
            columns={columns}
            keyOf={({ id }) => id}
            href={({ id }) => paths.broadcast(id)}
          />
        )}
      </List>
      {query.data && query.data.total > per_page && (
        <Pager page={page} perPage={per_page} total={query.data.total} onPage={(next) => patch({ page: next })} />
      )}
    </>
  );
}

const columns: Column<Broadcast>[] = [
  { key: 'text', head: 'Message', cell: ({ message_body }) => <bdi>{message_body}</bdi> },
  {
    key: 'when',
    head: 'When',
    width: '11rem',
    figures: true,
    onPhone: 'below',
    cell: ({ deliver_at, created_at }) => <When at={deliver_at ?? created_at} as={dayAndTime} />,
  },
  { key: 'state', head: 'State', width: '9rem', onPhone: 'end', cell: (broadcast) => <State broadcast={broadcast} /> },
  {
    key: 'texts',
    head: 'Texts',
    width: '6rem',
    figures: true,
    end: true,
    hideBelow: 'desktop',
    cell: (broadcast) => (isAhead(broadcast) ? '–' : count(broadcast.total_messages)),
  },
];

const words: Record<string, string> = { sending: 'Sending', sent: 'Sent', held: 'Held: its time was missed' };

function State({ broadcast }: { broadcast: Broadcast }) {
  if (isAhead(broadcast)) {
    return (
      <Status tone="info" icon={<IconClock aria-hidden />}>
        Scheduled
      </Status>
    );
  }
  const { status } = broadcast;
  return <Status tone={status === 'held' ? 'warn' : 'neutral'}>{words[status ?? ''] ?? status ?? 'Starting'}</Status>;
}

const NoBroadcasts = ({ group: { id, size } }: { group: Group }) => (
  <Blank
    icon={<IconBroadcast aria-hidden />}
    title="No broadcast to this group yet"
    actions={
      size > 0 && (
        <Button component={Link} to={paths.newBroadcast({ group: String(id) })}>
          Write the first one
        </Button>
      )
    }
  >
    A broadcast texts everybody who is in the group, each by name.
  </Blank>
);
