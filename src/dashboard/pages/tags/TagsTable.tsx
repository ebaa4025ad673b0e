import { Menu } from '@mantine/core';
import { IconArrowMerge, IconPencil, IconTagOff } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { type Carriers, tagCarriers } from '#dashboard/api/tagCarriers.ts';
import { count } from '#dashboard/lib/numbers.ts';
import { useSelection } from '#dashboard/lib/useSelection.ts';
import { paths } from '#dashboard/paths.ts';
import { Button } from '#dashboard/ui/Button.tsx';
import type { Column } from '#dashboard/ui/DataColumn.tsx';
import { DataTable } from '#dashboard/ui/DataTable.tsx';
import { RowMenu } from '#dashboard/ui/RowMenu.tsx';
import { SelectionBar } from '#dashboard/ui/SelectionBar.tsx';
import { TagChip } from '#dashboard/ui/TagChip.tsx';
import type { Retagged } from './Retag.tsx';
import classes from './tags.module.css';

type Row = { id: number; tag: string };
type Change = (what: Retagged) => void;
type Props = { all: readonly string[]; shown: readonly string[]; q: string; onChange: Change };

/** Tags, each leading to those who carry it. */
export function TagsTable({ all, shown, q, onChange }: Props) {
  const { data: counted } = useQuery(tagCarriers());
  const rows = useMemo(() => shown.map((tag): Row => ({ id: all.indexOf(tag), tag })), [all, shown]);
  const selection = useSelection<Row>({ of: all.join('\n'), rows, total: all.length });
  const ticked = selection.chosen.kind === 'some' ? selection.chosen.rows.map(({ tag }) => tag) : [];
  const columns = useMemo(() => columnsOf(counted?.of), [counted]);
  return (
    <>
      <SelectionBar selection={{ ...selection, offersAll: false }} total={all.length}>
        <Button
          size="xs"
          leftSection={<IconArrowMerge aria-hidden />}
          onClick={() => onChange({ what: ticked.length > 1 ? 'merge' : 'rename', from: ticked })}
        >
          {ticked.length > 1 ? 'Merge…' : 'Rename…'}
        </Button>
        <Button
          size="xs"
          data-danger
          leftSection={<IconTagOff aria-hidden />}
          onClick={() => onChange({ what: 'remove', from: ticked })}
        >
          Remove…
        </Button>
      </SelectionBar>
      <DataTable
        name="Tags"
        rows={rows}
        columns={columns}
        keyOf={({ tag }) => tag}
        href={({ tag }) => paths.tagCarriers({ ...(q && { q }), tag })}
        selection={{ ...selection, nameOf: ({ tag }) => tag }}
        actions={({ tag }) => <RowActions tag={tag} onChange={onChange} />}
      />
    </>
  );
}

const columnsOf = (counted: Carriers['of'] | undefined): Column<Row>[] => [
  { key: 'tag', head: 'Tag', cell: ({ tag }) => <TagChip tag={tag} /> },
  {
    key: 'people',
    head: 'People',
    width: '8rem',
    figures: true,
    end: true,
    onPhone: 'end',
    cell: ({ tag }) =>
      counted ? count(counted.get(tag)?.length ?? 0) : <span className={classes.dimmed}>Not counted</span>,
  },
];

const RowActions = ({ tag, onChange }: { tag: string; onChange: Change }) => (
  <RowMenu name={tag}>
    <Menu.Item leftSection={<IconPencil aria-hidden />} onClick={() => onChange({ what: 'rename', from: [tag] })}>
      Rename or merge…
    </Menu.Item>
    <Menu.Item
      data-danger
      leftSection={<IconTagOff aria-hidden />}
      onClick={() => onChange({ what: 'remove', from: [tag] })}
    >
      Remove from everybody…
    </Menu.Item>
  </RowMenu>
);
