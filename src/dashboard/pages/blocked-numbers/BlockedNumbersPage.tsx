import { IconBan, IconFilterOff } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Outlet, useLocation, useNavigate } from 'react-router';
import { blockedNumbers } from '#dashboard/api/blockedNumbers.ts';
import { ExportList } from '#dashboard/parts/ExportList.tsx';
import { useTitle } from '#dashboard/lib/title.ts';
import { useUrlState } from '#dashboard/lib/useUrlState.ts';
import { paths } from '#dashboard/paths.ts';
import { Blank } from '#dashboard/ui/Blank.tsx';
import { Button } from '#dashboard/ui/Button.tsx';
import { List } from '#dashboard/ui/List.tsx';
import { ListActions } from '#dashboard/ui/ListActions.tsx';
import { ListPage, ListSearch, ListTools } from '#dashboard/ui/ListPage.tsx';
import { PageTitle } from '#dashboard/ui/PageTitle.tsx';
import { Pager } from '#dashboard/ui/Pager.tsx';
import { SkeletonRows } from '#dashboard/ui/SkeletonRows.tsx';
import { BlockedNumbersTable } from './BlockedNumbersTable.tsx';
import { LookUpHolders } from './Holder.tsx';
import { filterOf, ListState } from './listState.ts';

/** `/blocked-numbers`: numbers that neither text the organisation nor are texted. */
export function BlockedNumbersPage() {
  const [state, patch] = useUrlState(ListState);
  const cache = useQueryClient();
  const query = useQuery(blockedNumbers.list(filterOf(state)));
  const navigate = useNavigate();
  const { search } = useLocation();
  useTitle('Blocked numbers');
  const openNew = () => void navigate(paths.newBlockedNumber() + search);
  const total = query.data?.total;
  return (
    <ListPage>
      <PageTitle
        total={total}
        actions={
          <ListActions importTo={paths.importBlockedNumbers()} action="Block a number" onNew={openNew}>
            <ExportList list="blockedNumbers" filter={{ q: state.q }} total={total} />
          </ListActions>
        }
      >
        Blocked numbers
      </PageTitle>
      <ListTools>
        <ListSearch placeholder="Number" value={state.q} onSearch={(q, options) => patch({ q }, options)} />
        <LookUpHolders phones={(query.data?.items ?? []).map(({ phone }) => phone)} />
      </ListTools>
      <List
        query={query}
        what="Blocked numbers"
        isEmpty={({ items }) => items.length === 0}
        filtered={state.q !== '' || state.page > 1}
        empty={<NoneBlocked />}
        noMatch={<NoMatch state={state} onClear={(what) => patch(what)} />}
        skeleton={<SkeletonRows kind="table" rows={12} />}
      >
        {({ items }) => <BlockedNumbersTable rows={items} />}
      </List>
      {total !== undefined && total > 0 && (
        <Pager
          page={state.page}
          perPage={state.per_page}
          total={total}
          onPage={(page) => patch({ page })}
          onNear={(page) => void cache.prefetchQuery(blockedNumbers.list(filterOf({ ...state, page })))}
          onPerPage={(per_page) => patch({ per_page })}
        />
      )}
      <Outlet />
    </ListPage>
  );
}

const NoneBlocked = () => (
  <Blank icon={<IconBan aria-hidden />} title="No number is blocked">
    Block a number that sends abuse or spam. Its texts are refused, and it is never texted.
  </Blank>
);

type NoMatchProps = { state: ListState; onClear: (what: Partial<ListState>) => void };

const NoMatch = ({ state: { q }, onClear }: NoMatchProps) => (
  <Blank
    icon={<IconFilterOff aria-hidden />}
    title={q ? `“${q}” is not blocked` : 'Nothing on this page'}
    actions={
      q ? (
        <Button onClick={() => onClear({ q: '' })}>Clear the search</Button>
      ) : (
        <Button onClick={() => onClear({ page: 1 })}>Go to the first page</Button>
      )
    }
  >
    {q
      ? 'A part of the number is enough, written in any way.'
      : 'Fewer numbers are blocked than this address asks for.'}
  </Blank>
);
