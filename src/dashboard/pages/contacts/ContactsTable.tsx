import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Contact } from '#contract/contacts.ts';
import { contacts } from '#dashboard/api/contacts.ts';
import { northAmerican } from '#dashboard/lib/phone.ts';
import { personName } from '#dashboard/lib/personName.ts';
import { useShortcut } from '#dashboard/lib/useShortcut.ts';
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
  const columns = useMemo(() => contactColumns({ sort, onSort, shown }), [sort, onSort, shown]);
  const flag = useMutation(contacts.flag());
  useShortcut('f', 'Flag the row, or take its flag away', () => {
    const contact = rows.find(({ id }) => id === focusedId());
    if (contact) flag.mutate({ id: contact.id, flagged: !contact.flagged });
  });
  return (
    <DataTable
      name="Contacts"
      rows={rows}
      columns={columns}
      selection={{
        ...selection,
        nameOf: (contact) => personName(contact) || (northAmerican(contact.phone) ?? contact.phone),
      }}
      keyOf={({ id }) => id}
      href={({ id }) => paths.contact(id)}
      // Fresh from the list in most cases, so this rarely costs a request; it also fetches the page's code.
      onApproach={({ id }) => {
        void cache.prefetchQuery(contacts.detail(id));
        void import('./ContactPage.tsx');
      }}
      actions={(contact) => (
        <RowActions
          contact={contact}
          name={personName(contact)}
          onFlag={() => flag.mutate({ id: contact.id, flagged: !contact.flagged })}
        />
      )}
    />
  );
}

/** The contact whose row holds the focus. */
function focusedId(): number | undefined {
  const link = document.activeElement?.closest('tr')?.querySelector<HTMLAnchorElement>('a[data-row-link]');
  return link ? Number(link.pathname.split('/').at(-1)) : undefined;
}
