import '@mantine/core/styles/Input.layer.css';
import { Input } from '@mantine/core';
import { IconCalendar, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { Link } from 'react-router';
import type { Broadcast } from '#contract/broadcasts.ts';
import { broadcasts } from '#dashboard/api/broadcasts.ts';
import { ExportList } from '#dashboard/parts/ExportList.tsx';
import { useTitle } from '#dashboard/lib/title.ts';
import { useNow } from '#dashboard/lib/useNow.ts';
import { useUrlState } from '#dashboard/lib/useUrlState.ts';
import { paths } from '#dashboard/paths.ts';
import { Button } from '#dashboard/ui/Button.tsx';
import { DataTable } from '#dashboard/ui/DataTable.tsx';
import { late } from '#dashboard/ui/late.tsx';
import { List } from '#dashboard/ui/List.tsx';
import { PageTitle } from '#dashboard/ui/PageTitle.tsx';
import { Pager } from '#dashboard/ui/Pager.tsx';
import { ScopeTabs } from '#dashboard/ui/ScopeTabs.tsx';
import { SkeletonRows } from '#dashboard/ui/SkeletonRows.tsx';
import classes from './broadcasts.module.css';
import { broadcastColumns } from './columns.tsx';
import { Drafts } from './Drafts.tsx';
import { GroupFilter } from './GroupFilter.tsx';
import { Held } from './Held.tsx';
import { useLeaving } from './leaving.ts';
import { filterOf, isNarrowed, ListState, statuses } from './listState.ts';
import { NoBroadcasts, NoMatch } from './NoBroadcasts.tsx';
import { RowActions } from './RowActions.tsx';
import { SendQueue } from './SendQueue.tsx';
import { useDispatches } from './useDispatches.ts';

const Reschedule = late(async () => (await import('./Reschedule.tsx')).Reschedule);

const RECENT_MS = 10 * 60_000;

/** `/broadcasts`: what went to groups, goes out and waits. What is shown is in the address. */
export function BroadcastsPage() {
  const [state, patch] = useUrlState(ListState);
  const query = useQuery(broadcasts.list(filterOf(state)));
  const now = useNow(1_000);
  const columns = useMemo(() => broadcastColumns(now), [now]);
  const leaving = useLeaving();
  const [moving, setMoving] = useState<Broadcast>();
  const shown = query.data?.items.filter(({ id }) => !leaving.has(id)) ?? [];
  // Whatever is looked at, one that was held asks; it is among the newest.
  const newest =
    useQuery(broadcasts.list(filterOf(ListState.parse({})))).data?.items.filter(({ id }) => !leaving.has(id)) ?? [];
  useTitle('Broadcasts');
  return (
    <div className={classes.page}>
      <PageTitle total={query.data?.total} actions={<Actions state={state} total={query.data?.total} />}>
        Broadcasts
      </PageTitle>
      <OnTheirWay />
      <Held broadcasts={[...shown, ...newest]} onReschedule={setMoving} />
      <Drafts />
      <Tools state={state} patch={patch} />
      <List
        query={query}
        what="Broadcasts"
        isEmpty={({ items }) => items.length === 0}
        filtered={isNarrowed(state)}
        empty={<NoBroadcasts />}
        noMatch={<NoMatch state={state} onClear={(what) => patch(what)} />}
        skeleton={<SkeletonRows kind="table" rows={20} />}
      >
        {() => (
          <DataTable
            name="Broadcasts"
            rows={shown}
            columns={columns}
            keyOf={({ id }) => id}
            href={({ id }) => paths.broadcast(id)}
            actions={(broadcast) => <RowActions broadcast={broadcast} onReschedule={() => setMoving(broadcast)} />}
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
      {moving && <Reschedule broadcast={moving} onClose={() => setMoving(undefined)} />}
    </div>
  );
}

/** Those that were sent from this device a moment ago, and those that need somebody. */
function OnTheirWay() {
  const rows = useDispatches();
  const recent = useNow(60_000).getTime() - RECENT_MS;
  return <SendQueue rows={rows.filter((row) => row.state !== 'sent' || (row.handedAt ?? 0) > recent)} />;
}

/** Pages of the newest 1,000: what is looked through for what the service can't filter by. */
const SEARCHED_PAGES = 10;

const Actions = ({ state: { status, group, date }, total }: { state: ListState; total: number | undefined }) => (
  <>
    <ExportList
      list="broadcasts"
      filter={{ status, group, date }}
      total={total}
      {...(date !== undefined ? { requests: 2 } : status !== undefined && { most: SEARCHED_PAGES })}
    />
    <Button
      variant="subtle"
      size="md"
      leftSection={<IconCalendar aria-hidden />}
      aria-label="Calendar"
      className={classes.calendar}
      component={Link}
      to={paths.broadcastCalendar()}
    >
      <span className={classes.word}>Calendar</span>
    </Button>
    <Button
      variant="filled"
      size="md"
      leftSection={<IconPlus aria-hidden />}
      component={Link}
      to={paths.newBroadcast()}
    >
      New broadcast
    </Button>
  </>
);

type ToolsProps = { state: ListState; patch: (change: Partial<ListState>) => void };

function Tools({ state: { status, group, date }, patch }: ToolsProps) {
  return (
    <div className={classes.tools}>
      <ScopeTabs label="Status" scopes={statuses} value={status} onChange={(next) => patch({ status: next })} />
      <div className={classes.filters}>
        <GroupFilter group={group} onChange={(next) => patch({ group: next })} />
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
