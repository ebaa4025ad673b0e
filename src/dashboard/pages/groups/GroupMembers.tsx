import { IconFilterOff, IconUserPlus, IconUsersGroup } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { Link } from 'react-router';
import type { Contact } from '#contract/contacts.ts';
import type { Group } from '#contract/groups.ts';
import { contacts } from '#dashboard/api/contacts.ts';
import { personName } from '#dashboard/lib/personName.ts';
import { northAmerican } from '#dashboard/lib/phone.ts';
import { useSelection } from '#dashboard/lib/useSelection.ts';
import { paths } from '#dashboard/paths.ts';
import { Blank } from '#dashboard/ui/Blank.tsx';
import { Button } from '#dashboard/ui/Button.tsx';
import { DataTable } from '#dashboard/ui/DataTable.tsx';
import { late } from '#dashboard/ui/late.tsx';
import { List } from '#dashboard/ui/List.tsx';
import { Pager } from '#dashboard/ui/Pager.tsx';
import { SkeletonRows } from '#dashboard/ui/SkeletonRows.tsx';
import type { MembersState } from './listState.ts';
import { MemberActions } from './MemberActions.tsx';
import { memberColumns } from './memberColumns.tsx';
import { useLeavingMembers } from './removing.ts';
import { SelectedMembers } from './SelectedMembers.tsx';
import { useMembers } from './useMembers.ts';

const Finding = late(async () => (await import('#dashboard/parts/Finding.tsx')).Finding);

const calledOf = (contact: Contact) => personName(contact) || (northAmerican(contact.phone) ?? `+${contact.phone}`);

export type Patch = (change: Partial<MembersState>) => void;
type Props = { group: Group; state: MembersState; patch: Patch };

/** Who is in the group, page by page. A locked group's people are changed like any others, but not who is in it. */
export function GroupMembers({ group, state, patch }: Props) {
  const { id } = group;
  const cache = useQueryClient();
  const { q, sort, page, per_page } = state;
  const { query, search, found } = useMembers(id, state);
  const columns = useMemo(() => memberColumns({ sort, onSort: (next) => patch({ sort: next }) }), [sort, patch]);
  const isLeaving = useLeavingMembers(id);
  const total = query.data?.total ?? 0;
  const rows = (query.data?.items ?? []).filter((contact) => !isLeaving(contact.id));
  const selection = useSelection({ of: `${id}/${q}`, rows, total });
  return (
    <>
      {search && <Finding key={q} label="Search in the group" search={search} />}
      <SelectedMembers group={group} selection={selection} found={found} total={total} />
      {(!search || found) && (
        <List
          query={query}
          what="The people of this group"
          isEmpty={({ items }) => items.length === 0}
          filtered={page > 1 || q !== ''}
          empty={<Nobody group={group} />}
          noMatch={<NoMatch q={q} patch={patch} />}
          skeleton={<SkeletonRows kind="table" rows={12} />}
        >
          {() => (
            <DataTable
              name="People"
              rows={rows}
              selection={{ ...selection, nameOf: calledOf }}
              columns={columns}
              keyOf={(contact) => contact.id}
              href={(contact) => paths.contact(contact.id)}
              onApproach={(contact) => void cache.prefetchQuery(contacts.detail(contact.id))}
              actions={(contact) => <MemberActions group={group} contact={contact} name={personName(contact)} />}
            />
          )}
        </List>
      )}
      {total > 0 && (
        <Pager
          page={page}
          perPage={per_page}
          total={total}
          onPage={(next) => patch({ page: next })}
          onPerPage={(length) => patch({ per_page: length })}
        />
      )}
    </>
  );
}

const NoMatch = ({ q, patch }: { q: string; patch: Patch }) => (
  <Blank
    icon={<IconFilterOff aria-hidden />}
    title={q ? `Nobody in this group matches “${q}”` : 'Nothing on this page'}
    actions={
      <Button onClick={() => patch({ q: '', page: 1 })}>{q ? 'Clear the search' : 'Go to the first page'}</Button>
    }
  >
    {!q && 'Fewer people are in the group than this address asks for.'}
  </Blank>
);

const Nobody = ({ group: { id, locked } }: { group: Group }) => (
  <Blank
    icon={<IconUsersGroup aria-hidden />}
    title="Nobody is in this group yet"
    actions={
      !locked && (
        <Button variant="filled" component={Link} to={paths.addMembers(id)} leftSection={<IconUserPlus aria-hidden />}>
          Add people
        </Button>
      )
    }
  >
    {locked
      ? 'An integration fills it; people appear here when it does.'
      : 'Search for them, paste their numbers or bring a CSV file.'}
  </Blank>
);
