import { Button, Input } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { Link } from 'react-router';
import { broadcasts } from '#dashboard/api/broadcasts.ts';
import { useTitle } from '#dashboard/lib/title.ts';
import { useNow } from '#dashboard/lib/useNow.ts';
import { useUrlState } from '#dashboard/lib/useUrlState.ts';
import { paths } from '#dashboard/paths.ts';
import { DataTable } from '#dashboard/ui/DataTable.tsx';
import { FilterChip } from '#dashboard/ui/FilterChip.tsx';
import { List } from '#dashboard/ui/List.tsx';
import { PageTitle } from '#dashboard/ui/PageTitle.tsx';
import { Pager } from '#dashboard/ui/Pager.tsx';
import { ScopeTabs } from '#dashboard/ui/ScopeTabs.tsx';
import { SkeletonRows } from '#dashboard/ui/SkeletonRows.tsx';
import classes from './broadcasts.module.css';
import { broadcastColumns } from './columns.tsx';
import { filterOf, isNarrowed, ListState, statuses } from './listState.ts';
import { NoBroadcasts, NoMatch } from './NoBroadcasts.tsx';
import { SendQueue } from './SendQueue.tsx';
import { useDispatches } from './useDispatches.ts';

const RECENT_MS = 10 * 60_000;

/** `/broadcasts`: what went to groups, goes out and waits. What is shown is in the address. */
export function BroadcastsPage() {
  const [state, patch] = useUrlState(ListState);
  const query = useQuery(broadcasts.list(filterOf(state)));
  const now = useNow(1_000);
  const columns = useMemo(() => broadcastColumns(now), [now]);
  useTitle('Broadcasts');
  return (
    <div className={classes.page}>
      <PageTitle total={query.data?.total} actions={<NewBroadcast />}>
        Broadcasts
      </PageTitle>
      <OnTheirWay />
      <Tools state={state} patch={patch} groupName={query.data?.items[0]?.group_name} />
      <List
        query={query}
        what="Broadcasts"
        isEmpty={({ items }) => items.length === 0}
        filtered={isNarrowed(state)}
        empty={<NoBroadcasts />}
        noMatch={<NoMatch state={state} onClear={(what) => patch(what)} />}
        skeleton={<SkeletonRows kind="table" rows={20} />}
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
      {query.data?.complete === false && (
        <p className={classes.note}>The newest 1,000 broadcasts were looked through.</p>
      )}
      {query.data && query.data.total > 0 && (
        <Pager
          page={state.page}
          perPage={state.per_page}
          total={query.data.total}
          onPage={(page) => patch({ page })}
          onPerPage={(per_page) => patch({ per_page })}
        />
      )}
    </div>
  );
}

/** Those that were sent from this device a moment ago, and those that need somebody. */
function OnTheirWay() {
  const rows = useDispatches();
  const recent = useNow(60_000).getTime() - RECENT_MS;
  return <SendQueue rows={rows.filter((row) => row.state !== 'sent' || (row.handedAt ?? 0) > recent)} />;
}

const NewBroadcast = () => (
  <Button variant="filled" size="md" leftSection={<IconPlus aria-hidden />} component={Link} to={paths.newBroadcast()}>
    New broadcast
  </Button>
);

type ToolsProps = { state: ListState; patch: (change: Partial<ListState>) => void; groupName: string | undefined };

function Tools({ state: { status, group, date }, patch, groupName }: ToolsProps) {
  return (
    <div className={classes.tools}>
      <ScopeTabs label="Status" scopes={statuses} value={status} onChange={(next) => patch({ status: next })} />
      <div className={classes.filters}>
        {group && (
          <FilterChip name="Group" value={groupName ?? `number ${group}`} onClear={() => patch({ group: undefined })} />
        )}
        <Input
          type="date"
          aria-label="Day"
          value={date ?? ''}
          onChange={(event) => patch({ date: event.currentTarget.value || undefined })}
        />
      </div>
    </div>
  );
}
