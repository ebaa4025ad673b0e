import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Outlet, useLocation, useNavigate } from 'react-router';
import { groups } from '#dashboard/api/groups.ts';
import { ExportList } from '#dashboard/parts/ExportList.tsx';
import { useTitle } from '#dashboard/lib/title.ts';
import { useUrlState } from '#dashboard/lib/useUrlState.ts';
import { paths } from '#dashboard/paths.ts';
import { List } from '#dashboard/ui/List.tsx';
import { ListActions } from '#dashboard/ui/ListActions.tsx';
import { ListPage, ListSearch, ListTools } from '#dashboard/ui/ListPage.tsx';
import { PageTitle } from '#dashboard/ui/PageTitle.tsx';
import { Pager } from '#dashboard/ui/Pager.tsx';
import { SkeletonRows } from '#dashboard/ui/SkeletonRows.tsx';
import { GroupsTable } from './GroupsTable.tsx';
import { useLeaving } from './leaving.ts';
import { filterOf, ListState } from './listState.ts';
import { NoGroupMatches, NoGroups } from './NoGroups.tsx';

/** `/groups`: the sets of people that broadcasts go to. */
export function GroupsPage() {
  const [state, patch] = useUrlState(ListState);
  const cache = useQueryClient();
  const query = useQuery(groups.list(filterOf(state)));
  const leaving = useLeaving();
  const navigate = useNavigate();
  const { search } = useLocation();
  useTitle('Groups');
  const openNew = () => void navigate(paths.newGroup() + search);
  return (
    <ListPage>
      <PageTitle
        total={query.data && Math.max(0, query.data.total - leaving.size)}
        actions={
          <ListActions action="New group" onNew={openNew}>
            <ExportList list="groups" filter={{ q: state.q }} total={query.data?.total} />
          </ListActions>
        }
      >
        Groups
      </PageTitle>
      <ListTools>
        <ListSearch placeholder="Name" value={state.q} onSearch={(q, options) => patch({ q }, options)} />
      </ListTools>
      <List
        query={query}
        what="Groups"
        isEmpty={({ items }) => items.length === 0}
        filtered={state.q !== '' || state.page > 1}
        empty={<NoGroups onNew={openNew} />}
        noMatch={<NoGroupMatches state={state} onClear={(what) => patch(what)} />}
        skeleton={<SkeletonRows kind="table" rows={12} />}
      >
        {({ items }) => (
          <GroupsTable
            rows={items.filter(({ id }) => !leaving.has(id))}
            sort={state.sort}
            onSort={(sort) => patch({ sort })}
          />
        )}
      </List>
      {query.data && query.data.total > 0 && (
        <Pager
          page={state.page}
          perPage={state.per_page}
          total={query.data.total}
          onPage={(page) => patch({ page })}
          onNear={(page) => void cache.prefetchQuery(groups.list(filterOf({ ...state, page })))}
          onPerPage={(per_page) => patch({ per_page })}
        />
      )}
      <Outlet />
    </ListPage>
  );
}
