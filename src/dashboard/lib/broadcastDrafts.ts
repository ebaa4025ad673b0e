import { useSyncExternalStore } from 'react';
import { type Table, table } from './table.ts';

/** A broadcast that somebody has begun to write. */
export type BroadcastDraft = {
  key: string;
  owner: string;
  groups: readonly { id: number; name: string }[];
  /** The id of a user; null: whoever is signed in. */
  sender: number | null;
  text: string;
  /** The text is a template's, perhaps changed. */
  fromTemplate: boolean;
  /** ISO 8601, when it is to go out; null: when Send is pressed. */
  at: string | null;
  /** What somebody has seen and accepted: `missing first_name 4`. */
  accepted: readonly string[];
  savedAt: number;
};

const SAVE_MS = 300;
const NONE: ReadonlyMap<string, BroadcastDraft> = new Map();

/** Drafts of broadcasts: in memory for the screen, on the device for what comes after, the same in every tab. */
class BroadcastDrafts {
  #table: Table<BroadcastDraft>;
  #owner = '';
  #drafts = NONE;
  #opened = false;
  #unsaved = new Map<string, ReturnType<typeof setTimeout>>();
  #listeners = new Set<() => void>();
  #tabs = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('switchboard:broadcast-drafts');

  constructor(kept: Table<BroadcastDraft>) {
    this.#table = kept;
    this.#tabs?.addEventListener('message', () => void this.#read());
  }

  /** Brings back what `owner` had begun. */
  async open(owner: string): Promise<void> {
    if (owner === this.#owner && this.#opened) return;
    this.saveAll();
    this.#owner = owner;
    this.#drafts = NONE;
    await this.#read();
  }

  async #read() {
    const owner = this.#owner;
    const rows = await this.#table.all().catch(() => []);
    if (owner !== this.#owner) return;
    const mine = rows.filter((row) => row.owner === owner);
    // What is typed here and not saved yet is newer.
    const unsaved = [...this.#drafts].filter(([key]) => this.#unsaved.has(key));
    this.#opened = true;
    this.#show(new Map([...mine.map((row): [string, BroadcastDraft] => [row.key, row]), ...unsaved]));
  }

  /** Undefined until the device has been read. */
  all = (): ReadonlyMap<string, BroadcastDraft> | undefined => (this.#opened ? this.#drafts : undefined);

  /** A draft, an empty one where nothing was begun. */
  get = (key: string): BroadcastDraft => this.#drafts.get(key) ?? emptyDraft(key, this.#owner);

  /** Keeps a change. */
  change(key: string, change: Partial<Omit<BroadcastDraft, 'key' | 'owner'>>): void {
    this.#show(new Map(this.#drafts).set(key, { ...this.get(key), ...change, savedAt: Date.now() }));
    clearTimeout(this.#unsaved.get(key));
    this.#unsaved.set(
      key,
      setTimeout(() => this.#save(key), SAVE_MS),
    );
  }

  /** Begins one with what is known already, and answers its key once it is safe. */
  async begin(known: Partial<BroadcastDraft>): Promise<string> {
    const key = crypto.randomUUID();
    const draft = { ...emptyDraft(key, this.#owner), ...known, key, savedAt: Date.now() };
    await this.#table.put(draft);
    this.#show(new Map(this.#drafts).set(key, draft));
    this.#tabs?.postMessage('changed');
    return key;
  }

  async remove(key: string): Promise<void> {
    clearTimeout(this.#unsaved.get(key));
    this.#unsaved.delete(key);
    const next = new Map(this.#drafts);
    next.delete(key);
    this.#show(next);
    await this.#table.remove(key);
    this.#tabs?.postMessage('changed');
  }

  /** Writes what is not on the device yet; for when the page goes away. */
  saveAll = (): void => {
    for (const key of this.#unsaved.keys()) this.#save(key);
  };

  #save(key: string) {
    clearTimeout(this.#unsaved.get(key));
    this.#unsaved.delete(key);
    const draft = this.#drafts.get(key);
    if (draft) void this.#table.put(draft).then(() => this.#tabs?.postMessage('changed'));
  }

  #show(next: ReadonlyMap<string, BroadcastDraft>) {
    this.#drafts = next;
    for (const listener of this.#listeners) listener();
  }

  subscribe = (changed: () => void) => {
    this.#listeners.add(changed);
    return () => this.#listeners.delete(changed);
  };
}

const empties = new Map<string, BroadcastDraft>();

/** The same object each time it is asked for, as React wants it. */
function emptyDraft(key: string, owner: string): BroadcastDraft {
  const known = empties.get(key);
  if (known?.owner === owner) return known;
  const none = { groups: [], sender: null, text: '', fromTemplate: false, at: null, accepted: [], savedAt: 0 };
  const draft: BroadcastDraft = { key, owner, ...none };
  empties.set(key, draft);
  return draft;
}

export const broadcastDrafts = new BroadcastDrafts(table('drafts'));
if (typeof addEventListener === 'function') addEventListener('pagehide', broadcastDrafts.saveAll);

/** A draft as it is written. */
export const useBroadcastDraft = (key: string): BroadcastDraft =>
  useSyncExternalStore(broadcastDrafts.subscribe, () => broadcastDrafts.get(key));

/** All that were begun, by key; undefined until they are read. */
export const useBroadcastDrafts = (): ReadonlyMap<string, BroadcastDraft> | undefined =>
  useSyncExternalStore(broadcastDrafts.subscribe, broadcastDrafts.all);
