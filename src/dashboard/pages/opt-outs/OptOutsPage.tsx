import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Outlet, useLocation, useNavigate } from 'react-router';
import { optOuts, WEEK_PAGES } from '#dashboard/api/optOuts.ts';
import { ExportList } from '#dashboard/parts/ExportList.tsx';
import { useTitle } from '#dashboard/lib/title.ts';
import { useUrlState } from '#dashboard/lib/useUrlState.ts';
import { paths } from '#dashboard/paths.ts';
import { List } from '#dashboard/ui/List.tsx';
import { ListActions } from '#dashboard/ui/ListActions.tsx';
import { ListPage, ListSearch, ListTools } from '#dashboard/ui/ListPage.tsx';
import { PageTitle } from '#dashboard/ui/PageTitle.tsx';
import { Pager } from '#dashboard/ui/Pager.tsx';
import { ScopeTabs } from '#dashboard/ui/ScopeTabs.tsx';
import { SkeletonRows } from '#dashboard/ui/SkeletonRows.tsx';
import { LookUpHolders } from './Holder.tsx';
import { filterOf, ListState, shows } from './listState.ts';
import { NearMisses } from './NearMisses.tsx';
import { NoOptOutMatches, NoOptOuts } from './NoOptOuts.tsx';
import { OptOutsTable } from './OptOutsTable.tsx';

/** `/opt-outs`: the numbers that asked not to be texted, and those that asked to be texted again. */
export function OptOutsPage() {
  const [state, patch] = useUrlState(ListState);
  const cache = useQueryClient();
  const query = useQuery(optOuts.list(filterOf(state)));
  const navigate = useNavigate();
  const { search } = useLocation();
  useTitle('Opt-outs');
  const openNew = () => void navigate(paths.newOptOut() + search);
  const total = query.data?.total;
  return (
    <ListPage>
      <PageTitle
        total={total}
        actions={
          <ListActions importTo={paths.importOptOuts()} action="Opt out a number" onNew={openNew}>
            <ExportList
              list="optOuts"
              filter={{ q: state.q, week: state.show === 'week' }}
              total={total}
              {...(state.show && { most: WEEK_PAGES })}
            />
          </ListActions>
        }
      >
        Opt-outs
      </PageTitle>
      <ListTools>
        <ListSearch placeholder="Number" value={state.q} onSearch={(q, options) => patch({ q }, options)} />
        <ScopeTabs label="Show" scopes={shows} value={state.show} onChange={(show) => patch({ show })} />
        <LookUpHolders phones={(query.data?.items ?? []).map(({ phone }) => phone)} />
      </ListTools>
      <NearMisses />
      <List
        query={query}
        what="Opt-outs"
        isEmpty={({ items }) => items.length === 0}
        filtered={state.q !== '' || state.show !== undefined || state.page > 1}
        empty={<NoOptOuts />}
        noMatch={<NoOptOutMatches state={state} onClear={(what) => patch(what)} />}
        skeleton={<SkeletonRows kind="table" rows={12} />}
      >
        {({ items }) => <OptOutsTable rows={items} search={search} />}
      </List>
      {query.data && query.data.total > 0 && (
        <Pager
          page={state.page}
          perPage={state.per_page}
          total={query.data.total}
          onPage={(page) => patch({ page })}
          onNear={(page) => void cache.prefetchQuery(optOuts.list(filterOf({ ...state, page })))}
          onPerPage={(per_page) => patch({ per_page })}
        />
      )}
      <Outlet />
    </ListPage>
  );
}
