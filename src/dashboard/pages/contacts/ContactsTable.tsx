import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import type { Contact } from '#contract/contacts.ts';
import { contacts } from '#dashboard/api/contacts.ts';
import { northAmerican } from '#dashboard/lib/phone.ts';
import { personName } from '#dashboard/lib/personName.ts';
import { useShortcut } from '#dashboard/lib/useShortcut.ts';
import { useStable } from '#dashboard/lib/useStable.ts';
import { paths } from '#dashboard/paths.ts';
import { DataTable, type Selection } from '#dashboard/ui/DataTable.tsx';
import { contactColumns } from './columns.tsx';
import type { ListState } from './listState.ts';
import { RowActions } from './RowActions.tsx';
import type { ShownColumns } from './shownColumns.ts';

type Props = {
  rows: readonly Contact[];
  selection: Omit<Selection<Contact>, 'nameOf'>;
  sort: ListState['sort'];
  onSort: (sort: ListState['sort']) => void;
  columns: ShownColumns;
};

/** One page of contacts. `f` flags the row that has the focus. */
export function ContactsTable({ rows, selection, sort, onSort, columns: { shown } }: Props) {
  const cache = useQueryClient();
  const changeSort = useStable(onSort);
  const columns = useMemo(() => contactColumns({ sort, onSort: changeSort, shown }), [sort, changeSort, shown]);
  const { mutate: flag } = useMutation(contacts.flag());
  const turnFlag = useCallback(({ id, flagged }: Contact) => flag({ id, flagged: !flagged }), [flag]);
  useShortcut('f', 'Flag the row, or take its flag away', () => {
    const contact = rows.find(({ id }) => id === focusedId());
    if (contact) turnFlag(contact);
  });
  const actions = useCallback(
    (contact: Contact) => <RowActions contact={contact} name={personName(contact)} onFlag={() => turnFlag(contact)} />,
    [turnFlag],
  );
  return (
    <DataTable
      name="Contacts"
      rows={rows}
      columns={columns}
      selection={{ ...selection, nameOf }}
      keyOf={({ id }) => id}
      href={addressOf}
      // Fresh from the list in most cases, so this rarely costs a request; it also fetches the page's code.
      onApproach={({ id }) => {
        void cache.prefetchQuery(contacts.detail(id));
        void import('./ContactPage.tsx');
      }}
      actions={actions}
      reuse
    />
  );
}

const nameOf = (contact: Contact) => personName(contact) || (northAmerican(contact.phone) ?? contact.phone);
const addressOf = ({ id }: Contact) => paths.contact(id);

/** The contact whose row holds the focus. */
function focusedId(): number | undefined {
  const link = document.activeElement?.closest('tr')?.querySelector<HTMLAnchorElement>('a[data-row-link]');
  return link ? Number(link.pathname.split('/').at(-1)) : undefined;
}
