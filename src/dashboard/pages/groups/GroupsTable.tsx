import { Menu } from '@mantine/core';
import { IconPencil, IconSend, IconTrash, IconUserPlus } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { Link } from 'react-router';
import type { Group, GroupOrder } from '#contract/groups.ts';
import { groups } from '#dashboard/api/groups.ts';
import { paths } from '#dashboard/paths.ts';
import { DataTable } from '#dashboard/ui/DataTable.tsx';
import { late } from '#dashboard/ui/late.tsx';
import { RowMenu } from '#dashboard/ui/RowMenu.tsx';
import { groupColumns } from './columns.tsx';

const DeleteGroup = late(async () => (await import('./DeleteGroup.tsx')).DeleteGroup);

type Props = { rows: readonly Group[]; sort: GroupOrder; onSort: (sort: GroupOrder) => void };

/** One page of groups. */
export function GroupsTable({ rows, sort, onSort }: Props) {
  const cache = useQueryClient();
  const columns = useMemo(() => groupColumns({ sort, onSort }), [sort, onSort]);
  const [going, setGoing] = useState<Group | null>(null);
  return (
    <>
      <DataTable
        name="Groups"
        rows={rows}
        columns={columns}
        keyOf={({ id }) => id}
        href={({ id }) => paths.group(id)}
        onApproach={({ id }) => {
          void cache.prefetchQuery(groups.detail(id));
          void import('./GroupPage.tsx');
        }}
        actions={(group) => (
          <RowMenu name={group.name}>
            {group.locked ? <LockedItems group={group} /> : <Items group={group} onDelete={() => setGoing(group)} />}
          </RowMenu>
        )}
      />
      {going && <DeleteGroup group={going} onClose={() => setGoing(null)} />}
    </>
  );
}

const Items = ({ group: { id }, onDelete }: { group: Group; onDelete: () => void }) => (
  <>
    <Menu.Item leftSection={<IconUserPlus aria-hidden />} component={Link} to={paths.addMembers(id)}>
      Add people
    </Menu.Item>
    <Menu.Item leftSection={<IconPencil aria-hidden />} component={Link} to={paths.group(id)} state={{ rename: true }}>
      Rename
    </Menu.Item>
    <Menu.Item leftSection={<IconTrash aria-hidden />} data-danger onClick={onDelete}>
      Delete…
    </Menu.Item>
  </>
);

/** What is left of them where an integration keeps the group, and why. */
const LockedItems = ({ group: { id, size } }: { group: Group }) => (
  <>
    {size > 0 && (
      <Menu.Item leftSection={<IconSend aria-hidden />} component={Link} to={paths.newBroadcast({ group: String(id) })}>
        New broadcast
      </Menu.Item>
    )}
    <Menu.Label>Locked: an integration keeps who is in it, so it is changed there</Menu.Label>
  </>
);
