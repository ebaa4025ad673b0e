import { type ReactNode, useRef } from 'react';
import { useShortcut } from '#dashboard/lib/useShortcut.ts';
import { type Column, DataCell, DataHead } from './DataColumn.tsx';
import classes from './DataTable.module.css';
import { Tick } from './Tick.tsx';

export type Selection<Row> = {
  has: (row: Row) => boolean;
  toggle: (row: Row, on: boolean) => void;
  togglePage: (on: boolean) => void;
  /** `Select Dana Reyes`. */
  nameOf: (row: Row) => string;
};

type Props<Row> = {
  /** The resource, in the plural: what the table is called. */
  name: string;
  rows: readonly Row[];
  columns: readonly Column<Row>[];
  keyOf: (row: Row) => string | number;
  /** Where the row leads; the first column carries the link and the whole row follows it. */
  href?: (row: Row) => string;
  selection?: Selection<Row>;
  /** The row that is open beside the table. */
  isOpen?: (row: Row) => boolean;
  /** The pointer or the focus has come to a row: a good moment to fetch what it leads to. */
  onApproach?: (row: Row) => void;
  /** One button at the end of each row. */
  actions?: (row: Row) => ReactNode;
};

/** The one table: sticky head, rows that are links, selection, columns that leave when it gets narrow. */
export function DataTable<Row>(props: Props<Row>) {
  const { name, rows, keyOf } = props;
  const table = useRef<HTMLTableElement>(null);
  useRowKeys(table);
  return (
    <div className={classes.scroll}>
      <table ref={table} className={classes.table} aria-label={name}>
        <thead>
          <HeadRow {...props} />
        </thead>
        <tbody>
          {rows.map((row) => (
            <BodyRow key={keyOf(row)} row={row} {...props} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function HeadRow<Row>({ rows, columns, selection, actions }: Props<Row>) {
  const chosen = selection ? rows.filter((row) => selection.has(row)).length : 0;
  return (
    <tr>
      {selection && (
        <th className={classes.check}>
          <Tick
            aria-label="Select all on this page"
            checked={rows.length > 0 && chosen === rows.length}
            indeterminate={chosen > 0 && chosen < rows.length}
            onChange={(event) => selection.togglePage(event.currentTarget.checked)}
          />
        </th>
      )}
      {columns.map((column) => (
        <DataHead key={column.key} column={column} />
      ))}
      {actions && (
        <th className={classes.actions}>
          <span className="visually-hidden">Actions</span>
        </th>
      )}
    </tr>
  );
}

function BodyRow<Row>({ row, columns, href, selection, isOpen, onApproach, actions }: Props<Row> & { row: Row }) {
  return (
    <tr
      data-chosen={selection?.has(row) || undefined}
      data-open={isOpen?.(row) || undefined}
      data-link={href ? true : undefined}
      onPointerEnter={() => onApproach?.(row)}
      onFocus={() => onApproach?.(row)}
    >
      {selection && (
        <td className={classes.check}>
          <Tick
            aria-label={`Select ${selection.nameOf(row)}`}
            checked={selection.has(row)}
            onChange={(event) => selection.toggle(row, event.currentTarget.checked)}
          />
        </td>
      )}
      {columns.map((column, index) => (
        <DataCell key={column.key} column={column} row={row} isName={index === 0} href={href?.(row)} />
      ))}
      {actions && <td className={classes.actions}>{actions(row)}</td>}
    </tr>
  );
}

/** `j` and `k` move from row to row; Enter follows the link that has the focus. */
function useRowKeys(table: React.RefObject<HTMLTableElement | null>) {
  const move = (step: number) => {
    const links = [...(table.current?.querySelectorAll<HTMLAnchorElement>('a[data-row-link]') ?? [])];
    const here = links.findIndex((link) => link.closest('tr')?.contains(document.activeElement));
    links.at(here === -1 ? 0 : Math.min(Math.max(here + step, 0), links.length - 1))?.focus();
  };
  useShortcut('j', 'Next row', () => move(1));
  useShortcut('k', 'Previous row', () => move(-1));
}
