import { Button } from '@mantine/core';
import { IconFilterOff, IconUserPlus, IconUsersGroup } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { Link } from 'react-router';
import type { Contact } from '#contract/contacts.ts';
import type { Group } from '#contract/groups.ts';
import { contacts } from '#dashboard/api/contacts.ts';
import { groups } from '#dashboard/api/groups.ts';
import { personName } from '#dashboard/lib/personName.ts';
import { northAmerican } from '#dashboard/lib/phone.ts';
import { useSelection } from '#dashboard/lib/useSelection.ts';
import { paths } from '#dashboard/paths.ts';
import { Blank } from '#dashboard/ui/Blank.tsx';
import { DataTable } from '#dashboard/ui/DataTable.tsx';
import { List } from '#dashboard/ui/List.tsx';
import { Pager } from '#dashboard/ui/Pager.tsx';
import { SelectionBar } from '#dashboard/ui/SelectionBar.tsx';
import { SkeletonRows } from '#dashboard/ui/SkeletonRows.tsx';
import type { MembersState } from './listState.ts';
import { MemberActions } from './MemberActions.tsx';
import { memberColumns } from './memberColumns.tsx';
import { useLeavingMembers } from './removing.ts';
import { TakeOut } from './TakeOut.tsx';

const calledOf = (contact: Contact) => personName(contact) || (northAmerican(contact.phone) ?? `+${contact.phone}`);

export type Patch = (change: Partial<MembersState>) => void;
type Props = { group: Group; state: MembersState; patch: Patch };

/** Who is in the group, page by page. */
export function GroupMembers({ group, state, patch }: Props) {
  const { id } = group;
  const cache = useQueryClient();
  const { sort, page, per_page } = state;
  const query = useQuery(groups.members(id, { order_by: sort, page, per_page }));
  const columns = useMemo(() => memberColumns({ sort, onSort: (next) => patch({ sort: next }) }), [sort, patch]);
  const isLeaving = useLeavingMembers(id);
  const total = query.data?.total ?? 0;
  const rows = (query.data?.items ?? []).filter((contact) => !isLeaving(contact.id));
  const selection = useSelection({ of: String(id), rows, total });
  return (
    <>
      <SelectionBar selection={selection} total={total}>
        <TakeOut group={group} chosen={selection.chosen} many={selection.count} onStarted={selection.clear} />
      </SelectionBar>
      <List
        query={query}
        what="The people of this group"
        isEmpty={({ items }) => items.length === 0}
        filtered={page > 1}
        empty={<Nobody group={group} />}
        noMatch={
          <Blank
            icon={<IconFilterOff aria-hidden />}
            title="Nothing on this page"
            actions={<Button onClick={() => patch({ page: 1 })}>Go to the first page</Button>}
          >
            Fewer people are in the group than this address asks for.
          </Blank>
        }
        skeleton={<SkeletonRows kind="table" rows={12} />}
      >
        {() => (
          <DataTable
            name="People"
            rows={rows}
            {...(!group.locked && { selection: { ...selection, nameOf: calledOf } })}
            columns={columns}
            keyOf={(contact) => contact.id}
            href={(contact) => paths.contact(contact.id)}
            onApproach={(contact) => void cache.prefetchQuery(contacts.detail(contact.id))}
            actions={(contact) => <MemberActions group={group} contact={contact} name={personName(contact)} />}
          />
        )}
      </List>
      {query.data && query.data.total > 0 && (
        <Pager
          page={page}
          perPage={per_page}
          total={query.data.total}
          onPage={(next) => patch({ page: next })}
          onPerPage={(length) => patch({ per_page: length })}
        />
      )}
    </>
  );
}

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
