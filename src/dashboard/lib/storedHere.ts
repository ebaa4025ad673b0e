import { openDB } from 'idb';

/** One kind of thing that this browser keeps for the app. */
export type Stored = { what: string; entries: number };

const OURS = /switchboard|^mantine/;

/** By database and store. */
const known: Record<string, string> = {
  'switchboard-texts/drafts': 'Texts half written',
  'switchboard-texts/outgoing': 'Texts on their way out',
  'switchboard-broadcasts/drafts': 'Broadcasts half made',
  'switchboard-broadcasts/dispatches': 'Broadcasts on their way out',
  'switchboard-broadcasts/swaps': 'Scheduled broadcasts being moved',
  'switchboard-jobs/jobs': 'Jobs',
  'switchboard-jobs/blocks': 'Parts of what jobs work on',
  'switchboard-jobs/results': 'Lines of job reports',
};

/** Kept for whoever is signed in like a form, though nobody types it. */
const NO_FORM = /\/(simulator-sent|recent)$/;

/** Everything kept here, those there are none of too. */
export async function storedHere(): Promise<Stored[]> {
  const stores = await Promise.all((await databaseNames()).map(storesOf));
  return [...stores.flat(), ...keysKept([localStorage, sessionStorage].flatMap((kept) => Object.keys(kept)))];
}

/** What keys of the browser's small storage stand for. */
export function keysKept(all: readonly string[]): Stored[] {
  const ours = all.filter((key) => OURS.test(key));
  const forms = ours.filter((key) => key.startsWith('switchboard-draft/') && !NO_FORM.test(key));
  return [
    // What a form started from is kept beside it.
    { what: 'Forms half filled in', entries: forms.filter((key) => !key.endsWith('-base')).length },
    { what: 'Settings, and what was used last', entries: ours.length - forms.length },
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
        what: known[`${name}/${store}`] ?? `Left by another version (${store})`,
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
