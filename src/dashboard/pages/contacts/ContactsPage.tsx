import { useQueryClient } from '@tanstack/react-query';
import type { ComponentProps } from 'react';
import { Outlet, useLocation, useNavigate } from 'react-router';
import { contacts } from '#dashboard/api/contacts.ts';
import { useTitle } from '#dashboard/lib/title.ts';
import { useSelection } from '#dashboard/lib/useSelection.ts';
import { useUrlState } from '#dashboard/lib/useUrlState.ts';
import { paths } from '#dashboard/paths.ts';
import { late } from '#dashboard/ui/late.tsx';
import { List } from '#dashboard/ui/List.tsx';
import { PageTitle } from '#dashboard/ui/PageTitle.tsx';
import { Pager } from '#dashboard/ui/Pager.tsx';
import { SkeletonRows } from '#dashboard/ui/SkeletonRows.tsx';
import classes from './contacts.module.css';
import { ContactsTable } from './ContactsTable.tsx';
import { useLeaving } from './leaving.ts';
import { filterOf, ListState, searchOf } from './listState.ts';
import { ListTools, type Patch } from './ListTools.tsx';
import { useShownColumns } from './shownColumns.ts';
import { TitleActions } from './TitleActions.tsx';
import { useShown } from './useShown.ts';

const Selected = late(async () => (await import('./Selected.tsx')).Selected);
const NoContacts = late(async () => (await import('./NoContacts.tsx')).NoContacts);
const NoMatch = late(async () => (await import('./NoContacts.tsx')).NoMatch);
const FoundNote = late(async () => (await import('./FoundNote.tsx')).FoundNote);

/** `/contacts`: everybody the account texts with. What is shown is in the address. */
export function ContactsPage() {
  const cache = useQueryClient();
  const [state, turn, after] = useUrlState(ListState);
  const read = (change: Partial<ListState>) => {
    const next = after(change);
    if (!searchOf(next)) void cache.prefetchQuery(contacts.list(filterOf(next)));
  };
  // Asked for before anything is drawn: the answer is on its way meanwhile.
  const patch: Patch = (change, options) => {
    read(change);
    turn(change, options);
  };
  const { query, search, found } = useShown(state);
  const columns = useShownColumns();
  const leaving = useLeaving();
  const navigate = useNavigate();
  const { search: params } = useLocation();
  useTitle('Contacts');
  const openNew = () => void navigate(paths.newContact() + params);
  const total = query.data && Math.max(0, query.data.total - leaving.size);

  const rows = query.data?.items.filter(({ id }) => !leaving.has(id)) ?? [];
  const of = JSON.stringify([state.q, state.scope, state.tag, state.group]);
  const selection = useSelection({ of, rows, total: total ?? 0 });

  return (
    <div className={classes.page}>
      <PageTitle
        total={total}
        actions={<TitleActions state={state} whole={found?.whole} total={total ?? 0} onNew={openNew} />}
      >
        Contacts
      </PageTitle>
      <ListTools state={state} patch={patch} columns={columns} />
      {selection.count > 0 && <Selected selection={selection} found={found} total={total ?? 0} state={state} />}
      {search && <FoundNote key={of} search={search} patch={patch} />}
      {(!search || found) && (
        <Rows
          shown={{ query, search }}
          state={state}
          patch={patch}
          onRead={read}
          rows={rows}
          selection={selection}
          onNew={openNew}
          columns={columns}
        />
      )}
      <Outlet />
    </div>
  );
}

type RowsProps = Omit<ComponentProps<typeof ContactsTable>, 'sort' | 'onSort'> & {
  shown: Pick<ReturnType<typeof useShown>, 'query' | 'search'>;
  state: ListState;
  patch: Patch;
  onRead: (change: Partial<ListState>) => void;
  onNew: () => void;
};

function Rows({ shown: { query, search }, state, patch, onRead, onNew, ...table }: RowsProps) {
  const { q, scope, page, per_page, sort } = state;
  return (
    <>
      <List
        query={query}
        what="Contacts"
        isEmpty={({ items }) => items.length === 0}
        filtered={q !== '' || scope !== undefined || search !== undefined || page > 1}
        empty={<NoContacts onNew={onNew} />}
        noMatch={<NoMatch state={state} onClear={(what) => patch(what)} />}
        skeleton={<SkeletonRows kind="table" rows={20} />}
      >
        {() => <ContactsTable {...table} sort={sort} onSort={(next) => patch({ sort: next })} />}
      </List>
      {query.data && query.data.total > 0 && (
        <Pager
          page={page}
          perPage={per_page}
          total={query.data.total}
          onPage={(next) => patch({ page: next })}
          onNear={(next) => onRead({ page: next })}
          onPerPage={(length) => patch({ per_page: length })}
        />
      )}
    </>
  );
}
