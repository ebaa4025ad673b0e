import { useState } from 'react';

/** Some rows, as they were read; or all that match but a few, which costs no request until it is used. */
export type Chosen<Row> = { kind: 'some'; rows: readonly Row[] } | { kind: 'all'; except: readonly number[] };

/** Of a list that is whole at hand, all are too. */
export const atHand = <Row extends { id: number }>(
  chosen: Chosen<Row>,
  whole: readonly Row[] | undefined,
): Chosen<Row> =>
  chosen.kind === 'some' || !whole
    ? chosen
    : { kind: 'some', rows: whole.filter(({ id }) => !chosen.except.includes(id)) };

type Kept<Row> = { of: string; all: boolean; rows: ReadonlyMap<number, Row> };

type Options<Row> = {
  /** What is listed, without its page and order: another list has another selection. */
  of: string;
  /** The rows in sight. */
  rows: readonly Row[];
  /** All that match. */
  total: number;
};

/** The rows of a list that are ticked, over its pages. */
export function useSelection<Row extends { id: number }>({ of, rows, total }: Options<Row>) {
  const [kept, setKept] = useState<Kept<Row>>({ of, all: false, rows: new Map() });
  // With `all`, the rows kept are those left out.
  const now: Kept<Row> = kept.of === of ? kept : { of, all: false, rows: new Map() };
  const has = (row: Row) => now.rows.has(row.id) !== now.all;
  const set = (changed: readonly Row[], on: boolean) => {
    const next = new Map(now.rows);
    for (const row of changed) {
      if (on !== now.all) next.set(row.id, row);
      else next.delete(row.id);
    }
    setKept({ ...now, rows: next });
  };
  const chosen: Chosen<Row> = now.all
    ? { kind: 'all', except: [...now.rows.keys()] }
    : { kind: 'some', rows: [...now.rows.values()] };
  return {
    chosen,
    count: now.all ? Math.max(0, total - now.rows.size) : now.rows.size,
    /** Left out by hand, of all that match. */
    leftOut: now.all ? now.rows.size : 0,
    isAll: now.all,
    /** All in sight are ticked and there are more: a good moment to offer all of them. */
    offersAll: !now.all && rows.length > 0 && rows.every(has) && now.rows.size < total,
    has,
    toggle: (row: Row, on: boolean) => set([row], on),
    togglePage: (on: boolean) => set(rows, on),
    chooseAll: () => setKept({ of, all: true, rows: new Map() }),
    clear: () => setKept({ of, all: false, rows: new Map() }),
  };
}
