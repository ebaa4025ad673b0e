import { Menu } from '@mantine/core';
import { IconBan, IconInfoCircle } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { BlockedNumber } from '#contract/blockedNumbers.ts';
import { holder } from '#dashboard/api/holder.ts';
import { dayAndTime } from '#dashboard/lib/dates.ts';
import { usePhone } from '#dashboard/lib/usePhone.ts';
import type { Column } from '#dashboard/ui/DataColumn.tsx';
import { DataTable } from '#dashboard/ui/DataTable.tsx';
import { Phone } from '#dashboard/ui/Phone.tsx';
import { RowMenu } from '#dashboard/ui/RowMenu.tsx';
import { SideDrawer } from '#dashboard/ui/SideDrawer.tsx';
import { When } from '#dashboard/ui/When.tsx';
import { AffectedBy } from './AffectedBy.tsx';
import { Holder } from './Holder.tsx';
import { Reasons } from './Reasons.tsx';
import { Unblock } from './Unblock.tsx';

type Open = { number: BlockedNumber; what: 'details' | 'unblock' };

/** One page of blocked numbers. */
export function BlockedNumbersTable({ rows }: { rows: readonly BlockedNumber[] }) {
  const cache = useQueryClient();
  const [open, setOpen] = useState<Open | null>(null);
  const columns = useMemo<Column<BlockedNumber>[]>(
    () => [
      { key: 'phone', head: 'Phone', width: '14rem', figures: true, cell: ({ phone }) => <Phone number={phone} /> },
      { key: 'person', head: 'Person', onPhone: 'below', cell: ({ phone }) => <Holder phone={phone} /> },
      {
        key: 'since',
        head: 'Blocked',
        width: '12rem',
        figures: true,
        hideBelow: 'desktop',
        cell: ({ created_at }) => <When at={created_at} as={dayAndTime} />,
      },
    ],
    [],
  );
  const close = () => setOpen(null);
  return (
    <>
      <DataTable
        name="Blocked numbers"
        rows={rows}
        columns={columns}
        keyOf={({ id }) => id}
        onApproach={({ phone }) => void cache.prefetchQuery(holder(phone))}
        actions={(number) => <RowActions number={number} onOpen={(what) => setOpen({ number, what })} />}
      />
      {open?.what === 'details' && (
        <SideDrawer opened onClose={close} title="Blocked number">
          <AffectedBy phone={open.number.phone} />
          <Reasons number={open.number} />
        </SideDrawer>
      )}
      {open?.what === 'unblock' && <Unblock number={open.number} onClose={close} />}
    </>
  );
}

function RowActions({ number, onOpen }: { number: BlockedNumber; onOpen: (what: Open['what']) => void }) {
  const phone = usePhone(number.phone);
  return (
    <RowMenu name={phone}>
      <Menu.Item leftSection={<IconInfoCircle aria-hidden />} onClick={() => onOpen('details')}>
        Who it is, and why
      </Menu.Item>
      <Menu.Item leftSection={<IconBan aria-hidden />} onClick={() => onOpen('unblock')}>
        Unblock…
      </Menu.Item>
    </RowMenu>
  );
}
