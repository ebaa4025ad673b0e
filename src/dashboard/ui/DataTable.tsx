import { memo, type ReactNode, useEffect, useRef, useState } from 'react';
import { useShortcut } from '#dashboard/lib/useShortcut.ts';
import { useFollow } from '#dashboard/lib/useFollow.ts';
import { useStable } from '#dashboard/lib/useStable.ts';
import { type Column, DataCell, DataHead } from './DataColumn.tsx';
import classes from './DataTable.module.css';
import { Tick } from './Tick.tsx';
import { useSlots } from './useSlots.ts';

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
  /**
   * Rows that come take over the elements of those that went: for pages that are turned fast. Then nothing in a row may
   * keep anything by itself, such as being open, without a `key` of the row.
   */
  reuse?: boolean;
};

/**
 * The one table: sticky head, rows that are links, selection, columns that leave when it gets narrow. A row is drawn
 * again when it, or anything it is drawn by, is another: whoever pages through many keeps columns and functions the same.
 */
export function DataTable<Row>(props: Props<Row>) {
  const { name, rows, keyOf, columns, href, actions, selection, isOpen, reuse } = props;
  const table = useRef<HTMLTableElement>(null);
  useRowKeys(table);
  const follow = useFollow();
  const slots = useSlots(reuse ? rows.map(keyOf) : []);
  const shown = useFirstRows(rows);
  const approach = useStable((row: Row) => props.onApproach?.(row));
  const toggle = useStable((row: Row, on: boolean) => selection?.toggle(row, on));
  return (
    <div className={classes.scroll}>
      <table ref={table} className={classes.table} aria-label={name}>
        <thead>
          <HeadRow {...props} />
        </thead>
        <tbody>
          {shown.map((row, index) => (
            <BodyRow
              key={slots[index] ?? keyOf(row)}
              row={row}
              columns={columns}
              href={href}
              actions={actions}
              isChosen={selection?.has(row)}
              nameOf={selection?.nameOf}
              isOpen={isOpen?.(row) ?? false}
              onToggle={toggle}
              onApproach={approach}
              onFollow={follow}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** So many rows are drawn with the page, and the others in the frame after: they hold up neither it nor what one reads first. */
const FIRST = 10;

function useFirstRows<Row>(rows: readonly Row[]): readonly Row[] {
  const [isWhole, setWhole] = useState(rows.length <= FIRST);
  useEffect(() => {
    const next = requestAnimationFrame(() => setWhole(true));
    return () => cancelAnimationFrame(next);
  }, []);
  return isWhole ? rows : rows.slice(0, FIRST);
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

type BodyRowProps<Row> = {
  row: Row;
  columns: readonly Column<Row>[];
  href: Props<Row>['href'] | undefined;
  actions: Props<Row>['actions'] | undefined;
  /** Undefined where nothing can be chosen. */
  isChosen: boolean | undefined;
  nameOf: ((row: Row) => string) | undefined;
  isOpen: boolean;
  onToggle: (row: Row, on: boolean) => void;
  onApproach: (row: Row) => void;
  onFollow: ReturnType<typeof useFollow>;
};

function PlainRow<Row>({ row, columns, href, actions, isChosen, nameOf, ...rest }: BodyRowProps<Row>) {
  const { isOpen, onToggle, onApproach, onFollow } = rest;
  return (
    <tr
      data-chosen={isChosen || undefined}
      data-open={isOpen || undefined}
      data-link={href ? true : undefined}
      onPointerEnter={() => onApproach(row)}
      onFocus={() => onApproach(row)}
    >
      {isChosen !== undefined && (
        <td className={classes.check}>
          <Tick
            aria-label={`Select ${nameOf?.(row)}`}
            checked={isChosen}
            onChange={(event) => onToggle(row, event.currentTarget.checked)}
          />
        </td>
      )}
      {columns.map((column, index) => (
        <DataCell
          key={column.key}
          column={column}
          row={row}
          isName={index === 0}
          href={href?.(row)}
          onFollow={onFollow}
        />
      ))}
      {actions && <td className={classes.actions}>{actions(row)}</td>}
    </tr>
  );
}

// `memo` forgets that it is generic.
const BodyRow = memo(PlainRow) as typeof PlainRow;

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
