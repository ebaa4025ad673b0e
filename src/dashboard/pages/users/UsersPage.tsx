import { IconUserCog } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { z } from 'zod/mini';
import type { User } from '#contract/users.ts';
import { users } from '#dashboard/api/users.ts';
import { ExportList } from '#dashboard/parts/ExportList.tsx';
import { useTitle } from '#dashboard/lib/title.ts';
import { useUrlState } from '#dashboard/lib/useUrlState.ts';
import { Blank } from '#dashboard/ui/Blank.tsx';
import { DataTable } from '#dashboard/ui/DataTable.tsx';
import { List } from '#dashboard/ui/List.tsx';
import { ListPage, ListTools } from '#dashboard/ui/ListPage.tsx';
import { PageTitle } from '#dashboard/ui/PageTitle.tsx';
import { Pager } from '#dashboard/ui/Pager.tsx';
import { ScopeTabs } from '#dashboard/ui/ScopeTabs.tsx';
import { SkeletonRows } from '#dashboard/ui/SkeletonRows.tsx';
import { userColumns } from './columns.tsx';
import classes from './users.module.css';
import { params } from '#dashboard/lib/urlState.ts';

const State = z.object({
  show: z.optional(z.enum(['all'])),
  page: params.page,
  per_page: params.perPage,
});

const scopes = [
  { value: undefined, label: 'Active' },
  { value: 'all', label: 'With archived' },
] as const;

/** `/users`: who signs in to the account. The API tells of them and changes nothing. */
export function UsersPage() {
  const [{ show, page, per_page }, patch] = useUrlState(State);
  const query = useQuery(users.list({ page, per_page, ...(show === 'all' && { include_archived: true }) }));
  const { data: me } = useQuery(users.current());
  const columns = useMemo(() => userColumns(me?.id), [me?.id]);
  useTitle('Users');
  return (
    <ListPage>
      <PageTitle
        total={query.data?.total}
        actions={<ExportList list="users" filter={{ archived: show === 'all' }} total={query.data?.total} />}
      >
        Users
      </PageTitle>
      <ListTools>
        <ScopeTabs label="Show" scopes={scopes} value={show} onChange={(next) => patch({ show: next })} />
        <p className={classes.note}>Users are added, changed and archived in TextUs itself; here they can be read.</p>
      </ListTools>
      <List
        query={query}
        what="Users"
        isEmpty={({ items }) => items.length === 0}
        empty={<Blank icon={<IconUserCog aria-hidden />} title="No users on this page" />}
        skeleton={<SkeletonRows kind="table" rows={6} />}
      >
        {({ items }) => <DataTable<User> name="Users" rows={items} columns={columns} keyOf={({ id }) => id} />}
      </List>
      {query.data && query.data.total > per_page && (
        <Pager
          page={page}
          perPage={per_page}
          total={query.data.total}
          onPage={(next) => patch({ page: next })}
          onPerPage={(length) => patch({ per_page: length })}
        />
      )}
    </ListPage>
  );
}
