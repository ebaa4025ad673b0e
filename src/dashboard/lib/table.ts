import { type DBSchema, openDB } from 'idb';

/**
 * Rows of one kind on this device, seen by every tab. Each change is one transaction, so of two tabs that want the same
 * row one gets it.
 */
export type Table<Row extends { key: string }> = {
  all(): Promise<Row[]>;
  get(key: string): Promise<Row | undefined>;
  /** Puts new rows in, all or none; false when one of them is there already. */
  add(rows: readonly Row[]): Promise<boolean>;
  put(row: Row): Promise<void>;
  /** Changes a row as it is now, and answers what it is then; undefined if it is gone. */
  update(key: string, change: (row: Row) => Row): Promise<Row | undefined>;
  remove(key: string): Promise<void>;
};

const DATABASE = 'switchboard-broadcasts';
const TABLES = ['drafts', 'dispatches', 'swaps'] as const;
type Name = (typeof TABLES)[number];

type Kept = DBSchema & Record<Name, { key: string; value: { key: string } }>;

const opened = () =>
  openDB<Kept>(DATABASE, 1, {
    upgrade(db) {
      for (const name of TABLES) db.createObjectStore(name, { keyPath: 'key' });
    },
  });
let database: ReturnType<typeof opened> | undefined;

/** A table in IndexedDB. Where there is none it throws: what must be durable is not begun without it. */
export function table<Row extends { key: string }>(name: Name): Table<Row> {
  const open = () => (database ??= opened());
  // Only this table's rows are ever put in it.
  const own = (row: { key: string } | undefined) => row as Row | undefined;
  return {
    all: async () => (await (await open()).getAll(name)) as Row[],
    get: async (key) => own(await (await open()).get(name, key)),
    add: async (rows) => {
      const tx = (await open()).transaction(name, 'readwrite');
      const there = await Promise.all(rows.map(({ key }) => tx.store.getKey(key)));
      const free = there.every((key) => key === undefined);
      if (free) await Promise.all(rows.map((row) => tx.store.add(row)));
      await tx.done;
      return free;
    },
    put: async (row) => void (await (await open()).put(name, row)),
    update: async (key, change) => {
      const tx = (await open()).transaction(name, 'readwrite');
      const row = own(await tx.store.get(key));
      const next = row && change(row);
      if (next && next !== row) await tx.store.put(next);
      await tx.done;
      return next;
    },
    remove: async (key) => (await open()).delete(name, key),
  };
}
