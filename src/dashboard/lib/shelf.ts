import type { DBSchema } from 'idb';

/** Keeps values of one kind on this device. Where the browser allows no storage, for as long as the page lives. */
export type Shelf<Value> = {
  all(): Promise<[key: string, value: Value][]>;
  put(key: string, value: Value): Promise<void>;
  remove(key: string): Promise<void>;
};

const DATABASE = 'switchboard-texts';
const SHELVES = ['drafts', 'outgoing'] as const;

type Kept = DBSchema & Record<(typeof SHELVES)[number], { key: string; value: unknown }>;

const opened = async () => {
  // Asked for as soon as the page stands: the first sight of it can do without.
  const { openDB } = await import('idb');
  return openDB<Kept>(DATABASE, 1, {
    upgrade(db) {
      for (const name of SHELVES) db.createObjectStore(name);
    },
  });
};
let database: ReturnType<typeof opened> | undefined;

/** A shelf in IndexedDB, which also holds pictures. */
export function shelf<Value>(name: (typeof SHELVES)[number]): Shelf<Value> {
  if (typeof indexedDB === 'undefined') return memoryShelf();
  const spare = memoryShelf<Value>();
  // Private windows of some browsers open the database and refuse every write.
  const orSpare = async <T>(work: (db: Awaited<ReturnType<typeof opened>>) => Promise<T>, other: () => Promise<T>) => {
    try {
      database ??= opened();
      return await work(await database);
    } catch {
      // What could not be opened may be next time.
      database = undefined;
      return other();
    }
  };
  return {
    all: () =>
      orSpare(
        async (db) => {
          const [keys, values] = await Promise.all([db.getAllKeys(name), db.getAll(name)]);
          // Only this shelf writes there.
          return keys.map((key, index): [string, Value] => [key, values[index] as Value]);
        },
        () => spare.all(),
      ),
    put: (key, value) =>
      orSpare(
        async (db) => void (await db.put(name, value, key)),
        () => spare.put(key, value),
      ),
    remove: (key) =>
      orSpare(
        (db) => db.delete(name, key),
        () => spare.remove(key),
      ),
  };
}

/** A shelf that forgets with the page. */
export function memoryShelf<Value>(): Shelf<Value> {
  const values = new Map<string, Value>();
  return {
    all: () => Promise.resolve([...values]),
    put: async (key, value) => void values.set(key, value),
    remove: async (key) => void values.delete(key),
  };
}
