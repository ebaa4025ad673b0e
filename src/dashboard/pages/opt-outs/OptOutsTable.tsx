import { useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { OptOut } from '#contract/optOuts.ts';
import { holder } from '#dashboard/api/holder.ts';
import { dayAndTime } from '#dashboard/lib/dates.ts';
import { paths } from '#dashboard/paths.ts';
import type { Column } from '#dashboard/ui/DataColumn.tsx';
import { DataTable } from '#dashboard/ui/DataTable.tsx';
import { Phone } from '#dashboard/ui/Phone.tsx';
import { When } from '#dashboard/ui/When.tsx';
import { Holder } from './Holder.tsx';
import { OptOutState } from './OptOutState.tsx';

type Props = { rows: readonly OptOut[]; /** The query string, which stays while a row is open. */ search: string };

/** One page of opt-outs. */
export function OptOutsTable({ rows, search }: Props) {
  const cache = useQueryClient();
  const columns = useMemo<Column<OptOut>[]>(
    () => [
      {
        key: 'phone',
        head: 'Phone',
        width: '14rem',
        figures: true,
        cell: ({ phone }) => <Phone number={phone} />,
      },
      { key: 'person', head: 'Person', onPhone: 'below', cell: ({ phone }) => <Holder phone={phone} /> },
      { key: 'state', head: 'State', width: '9rem', onPhone: 'end', cell: (optOut) => <OptOutState optOut={optOut} /> },
      {
        key: 'since',
        head: 'Since',
        width: '12rem',
        figures: true,
        hideBelow: 'desktop',
        cell: ({ updated_at }) => <When at={updated_at} as={dayAndTime} />,
      },
    ],
    [],
  );
  return (
    <DataTable
      name="Opt-outs"
      rows={rows}
      columns={columns}
      keyOf={({ id }) => id}
      href={({ id }) => paths.optOut(id) + search}
      onApproach={({ phone }) => void cache.prefetchQuery(holder(phone))}
    />
  );
}
