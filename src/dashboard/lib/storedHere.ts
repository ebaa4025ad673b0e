import { openDB } from 'idb';

/** One kind of thing that this browser keeps for the app. */
export type Stored = { what: string; entries: number };

const OURS = /switchboard|^mantine/;

const known: Record<string, string> = {
  drafts: 'Drafts',
  outgoing: 'Texts on their way out',
  dispatches: 'Broadcasts on their way out',
  swaps: 'Changes of scheduled broadcasts',
  jobs: 'Jobs',
  items: 'Rows of jobs',
};

/** Everything kept here: databases, settings and what this tab has half typed. */
export async function storedHere(): Promise<Stored[]> {
  const databases = await databaseNames();
  const stores = await Promise.all(databases.map(storesOf));
  const settings = [localStorage, sessionStorage].map(
    (kept) => Object.keys(kept).filter((key) => OURS.test(key)).length,
  );
  return [
    ...stores.flat(),
    { what: 'Settings', entries: settings[0] ?? 0 },
    { what: 'Forms half filled in', entries: settings[1] ?? 0 },
  ];
}

async function databaseNames(): Promise<string[]> {
  // Some browsers do not list them.
  const listed = (await indexedDB.databases?.()) ?? [];
  return listed.flatMap(({ name }) => (name && OURS.test(name) ? [name] : []));
}

async function storesOf(name: string): Promise<Stored[]> {
  const database = await openDB(name);
  try {
    return await Promise.all(
      [...database.objectStoreNames].map(async (store) => ({
        what: known[store] ?? store,
        entries: await database.count(store),
      })),
    );
  } finally {
    database.close();
  }
}

/** Empties all of it. Stores stay, so that other tabs go on working. */
export async function clearDevice(): Promise<void> {
  for (const name of await databaseNames()) {
    const database = await openDB(name);
    const stores = [...database.objectStoreNames];
    if (stores.length > 0) {
      const tx = database.transaction(stores, 'readwrite');
      await Promise.all(stores.map((store) => tx.objectStore(store).clear()));
      await tx.done;
    }
    database.close();
  }
  for (const kept of [localStorage, sessionStorage]) {
    for (const key of Object.keys(kept).filter((each) => OURS.test(each))) kept.removeItem(key);
  }
}
