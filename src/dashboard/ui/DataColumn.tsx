import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { clsx } from 'clsx';
import type { MouseEventHandler, ReactNode } from 'react';
import classes from './DataTable.module.css';
import { PlainButton } from './PlainButton.tsx';

export type Column<Row> = {
  key: string;
  head: string;
  cell: (row: Row) => ReactNode;
  /** A CSS length such as `8.5rem`; the columns without one share the rest. */
  width?: string;
  /** Figures of one width: phones, times, counts. */
  figures?: boolean;
  /** At the right, as numbers are. */
  end?: boolean;
  /** Leaves below 1200 or 1440; below 768 only what has a place there stays. */
  hideBelow?: 'desktop' | 'wide';
  /** Its place in the two-line row of a phone: under the first column, or at the right. */
  onPhone?: 'below' | 'end';
  /** Makes the head a button. */
  sort?: { order: 'ascending' | 'descending' | 'none'; onSort: () => void };
};

export function DataHead<Row>({ column }: { column: Column<Row> }) {
  const { head, sort, width, end } = column;
  const order = sort?.order ?? 'none';
  return (
    <th
      scope="col"
      data-hide-below={column.hideBelow}
      {...(sort && { 'aria-sort': order })}
      className={clsx(end && classes.end, order !== 'none' && classes.sorted)}
      style={width ? { width } : undefined}
    >
      {sort ? (
        <PlainButton className={classes.sort} onClick={sort.onSort}>
          {head}
          {order === 'ascending' && <IconArrowUp className="icon-xs" aria-hidden />}
          {order === 'descending' && <IconArrowDown className="icon-xs" aria-hidden />}
        </PlainButton>
      ) : (
        head
      )}
    </th>
  );
}

type CellProps<Row> = { column: Column<Row>; row: Row; isName: boolean; href: string | undefined } & {
  onFollow: MouseEventHandler<HTMLAnchorElement>;
};

/** One cell. The first of a row is its header and carries the link. */
export function DataCell<Row>({ column, row, isName, href, onFollow }: CellProps<Row>) {
  const looks = {
    className: clsx(column.end && classes.end, column.figures && 'figures', isName && classes.name),
    'data-hide-below': column.hideBelow,
    'data-on-phone': isName ? 'name' : column.onPhone,
  };
  const content = column.cell(row);
  if (!isName) return <td {...looks}>{content}</td>;
  return (
    <th scope="row" {...looks}>
      {href === undefined ? (
        content
      ) : (
        <a href={href} className={classes.link} data-row-link onClick={onFollow}>
          {content}
        </a>
      )}
    </th>
  );
}
