import { Button } from '@mantine/core';
import { IconDownload, IconPlus, IconUpload } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { Link, Outlet, useLocation, useNavigate } from 'react-router';
import { contacts } from '#dashboard/api/contacts.ts';
import type { Everybody } from '#dashboard/jobs/people.ts';
import { useTitle } from '#dashboard/lib/title.ts';
import { useSelection } from '#dashboard/lib/useSelection.ts';
import { useUrlState } from '#dashboard/lib/useUrlState.ts';
import { paths } from '#dashboard/paths.ts';
import { List } from '#dashboard/ui/List.tsx';
import { PageTitle } from '#dashboard/ui/PageTitle.tsx';
import { Pager } from '#dashboard/ui/Pager.tsx';
import { SelectionBar } from '#dashboard/ui/SelectionBar.tsx';
import { SkeletonRows } from '#dashboard/ui/SkeletonRows.tsx';
import classes from './contacts.module.css';
import { ContactsTable } from './ContactsTable.tsx';
import { useLeaving } from './leaving.ts';
import { filterOf, ListState } from './listState.ts';
import { ListTools } from './ListTools.tsx';
import { NoContacts, NoMatch } from './NoContacts.tsx';
import { useShownColumns } from './shownColumns.ts';

const BulkActions = lazy(async () => ({ default: (await import('./BulkActions.tsx')).BulkActions }));

/** `/contacts`: everybody the account texts with. What is shown is in the address. */
export function ContactsPage() {
  const [state, patch] = useUrlState(ListState);
  const query = useQuery(contacts.list(filterOf(state)));
  const columns = useShownColumns();
  const leaving = useLeaving();
  const navigate = useNavigate();
  const { search } = useLocation();
  useTitle('Contacts');
  const openNew = () => void navigate(paths.newContact() + search);
  const total = query.data && Math.max(0, query.data.total - leaving.size);

  const rows = query.data?.items.filter(({ id }) => !leaving.has(id)) ?? [];
  const selection = useSelection({ of: JSON.stringify([state.q, state.scope]), rows, total: total ?? 0 });

  return (
    <div className={classes.page}>
      <PageTitle total={total} actions={<TitleActions state={state} total={total ?? 0} onNew={openNew} />}>
        Contacts
      </PageTitle>
      <ListTools state={state} patch={patch} columns={columns} />
      <SelectionBar selection={selection} total={total ?? 0}>
        <Suspense>
          <BulkActions
            chosen={selection.chosen}
            many={selection.count}
            everybody={everybodyOf(state)}
            onStarted={selection.clear}
          />
        </Suspense>
      </SelectionBar>
      <List
        query={query}
        what="Contacts"
        isEmpty={({ items }) => items.length === 0}
        filtered={state.q !== '' || state.scope !== undefined || state.page > 1}
        empty={<NoContacts onNew={openNew} />}
        noMatch={<NoMatch state={state} onClear={(what) => patch(what)} />}
        skeleton={<SkeletonRows kind="table" rows={20} />}
      >
        {() => (
          <ContactsTable
            rows={rows}
            selection={selection}
            sort={state.sort}
            onSort={(sort) => patch({ sort })}
            columns={columns}
          />
        )}
      </List>
      {query.data && query.data.total > 0 && (
        <Pager
          page={state.page}
          perPage={state.per_page}
          total={query.data.total}
          onPage={(page) => patch({ page })}
          onPerPage={(per_page) => patch({ per_page })}
        />
      )}
      <Outlet />
    </div>
  );
}

const everybodyOf = ({ q, scope }: ListState): Everybody => ({ list: { ...(q && { q }), ...(scope && { scope }) } });

function TitleActions({ state, total, onNew }: { state: ListState; total: number; onNew: () => void }) {
  const exportAll = async () => {
    const { startExport } = await import('./startExport.ts');
    await startExport({ kind: 'all', except: [] }, everybodyOf(state), total);
  };
  return (
    <>
      <Button
        className={classes.wide}
        variant="subtle"
        size="md"
        leftSection={<IconDownload aria-hidden />}
        disabled={total === 0}
        title={total === 0 ? 'Nobody to export' : 'All that match, as a file'}
        onClick={() => void exportAll()}
      >
        Export CSV
      </Button>
      <Button
        className={classes.wide}
        size="md"
        component={Link}
        to={paths.importContacts()}
        leftSection={<IconUpload aria-hidden />}
      >
        Import CSV
      </Button>
      <Button variant="filled" size="md" leftSection={<IconPlus aria-hidden />} onClick={onNew}>
        New contact
      </Button>
    </>
  );
}
