import '@mantine/core/styles/Input.layer.css';
import '@mantine/core/styles/InlineInput.layer.css';
import '@mantine/core/styles/Switch.layer.css';
import { Menu, Switch } from '@mantine/core';
import { IconPencil, IconTrash } from '@tabler/icons-react';
import { Link } from 'react-router';
import { short } from '#dashboard/lib/dates.ts';
import type { Column } from './DataColumn.tsx';
import { DataTable } from './DataTable.tsx';
import classes from './SwitchedTexts.module.css';
import { RowMenu } from './RowMenu.tsx';
import { When } from './When.tsx';

/** One of several texts of which at most one is in use. */
export type SwitchedText = { id: number; text: string; isActive: boolean; changedAt: string };

type Props = {
  /** The resource, in the plural: what the table is called. */
  name: string;
  rows: readonly SwitchedText[];
  /** What a text costs, as a sentence; undefined while that is not known. */
  effectOf: (text: string) => string | undefined;
  href: (id: number) => string;
  onSwitch: (row: SwitchedText, on: boolean) => void;
  onDelete: (row: SwitchedText) => void;
};

/** Texts with a switch each: turning one on turns the others off. */
export function SwitchedTexts(props: Props) {
  const { name, rows, href } = props;
  return (
    <DataTable
      name={name}
      rows={rows}
      keyOf={({ id }) => id}
      href={({ id }) => href(id)}
      columns={columnsOf(props)}
      actions={(row) => <Actions row={row} {...props} />}
    />
  );
}

const columnsOf = ({ effectOf, onSwitch }: Props): Column<SwitchedText>[] => [
  { key: 'text', head: 'Text', cell: ({ text }) => <bdi>{beginning(text)}</bdi> },
  {
    key: 'effect',
    head: 'What it costs',
    width: '22rem',
    hideBelow: 'desktop',
    onPhone: 'below',
    cell: ({ text }) => effectOf(text),
  },
  {
    key: 'changed',
    head: 'Changed',
    width: '6rem',
    end: true,
    figures: true,
    hideBelow: 'desktop',
    cell: ({ changedAt }) => <When at={changedAt} as={short} />,
  },
  {
    key: 'on',
    head: 'In use',
    width: '5rem',
    onPhone: 'end',
    cell: (row) => (
      <div className={classes.switch}>
        <Switch
          aria-label={`Use ${quoted(row.text)}`}
          checked={row.isActive}
          onChange={(event) => onSwitch(row, event.currentTarget.checked)}
        />
      </div>
    ),
  },
];

const Actions = ({ row, href, onDelete }: Props & { row: SwitchedText }) => (
  <RowMenu name={quoted(row.text)}>
    <Menu.Item leftSection={<IconPencil aria-hidden />} component={Link} to={href(row.id)}>
      Edit
    </Menu.Item>
    <Menu.Item leftSection={<IconTrash aria-hidden />} data-danger onClick={() => onDelete(row)}>
      Delete
    </Menu.Item>
  </RowMenu>
);

/** Enough for a row; a text may have 10,000 characters. */
const beginning = (text: string) => text.slice(0, 200).replace(/\s+/g, ' ').trim();

/** `“Maya, Northgate”`, short enough for a name. */
export const quoted = (text: string): string => {
  const whole = beginning(text);
  return `“${whole.length > 40 ? `${whole.slice(0, 40).trimEnd()}…` : whole}”`;
};
