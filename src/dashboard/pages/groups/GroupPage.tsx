import { useQuery } from '@tanstack/react-query';
import { Outlet } from 'react-router';
import type { Group } from '#contract/groups.ts';
import { groups } from '#dashboard/api/groups.ts';
import { useTitle } from '#dashboard/lib/title.ts';
import { useIdParam } from '#dashboard/lib/useIdParam.ts';
import { useUrlState } from '#dashboard/lib/useUrlState.ts';
import { List } from '#dashboard/ui/List.tsx';
import { ListPage, ListSearch, ListTools } from '#dashboard/ui/ListPage.tsx';
import { ScopeTabs } from '#dashboard/ui/ScopeTabs.tsx';
import { SkeletonRows } from '#dashboard/ui/SkeletonRows.tsx';
import { GroupBroadcasts } from './GroupBroadcasts.tsx';
import { GroupHeader } from './GroupHeader.tsx';
import { GroupMembers } from './GroupMembers.tsx';
import { MembersState } from './listState.ts';

/** `/groups/:id`: who is in a group, and what went and will go out to it. */
export function GroupPage() {
  const id = useIdParam('Group');
  const query = useQuery(groups.detail(id));
  return (
    <ListPage>
      <List
        query={query}
        what="The group"
        isEmpty={() => false}
        empty={null}
        skeleton={<SkeletonRows kind="table" rows={12} />}
      >
        {(group) => <OneGroup key={group.id} group={group} />}
      </List>
      <Outlet />
    </ListPage>
  );
}

const tabs = [
  { value: undefined, label: 'People' },
  { value: 'broadcasts', label: 'Broadcasts' },
] as const;

function OneGroup({ group }: { group: Group }) {
  const [state, patch] = useUrlState(MembersState);
  useTitle(group.name, 'Groups');
  return (
    <ListPage>
      <GroupHeader group={group} />
      <ListTools>
        <ScopeTabs
          label="Show"
          scopes={tabs}
          value={state.tab === 'broadcasts' ? state.tab : undefined}
          onChange={(tab) => patch({ tab: tab ?? 'people' })}
        />
        {state.tab === 'people' && (
          <ListSearch
            placeholder="Name, number, business"
            value={state.q}
            onSearch={(q, options) => patch({ q }, options)}
          />
        )}
      </ListTools>
      {state.tab === 'broadcasts' ? (
        <GroupBroadcasts group={group} state={state} patch={patch} />
      ) : (
        <GroupMembers group={group} state={state} patch={patch} />
      )}
    </ListPage>
  );
}
