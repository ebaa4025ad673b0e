import type { QueryClient } from '@tanstack/react-query';
import { byTurn, type Dispatch, isUnderWay } from '#dashboard/lib/dispatch.ts';
import { defer, undo, UNDO_MS } from '#dashboard/lib/later.ts';
import type { Table } from '#dashboard/lib/table.ts';
import { isOpen, tab } from '#dashboard/lib/tabLock.ts';
import { newestBroadcast } from './newestBroadcast.ts';

/** What somebody wants to send: one for each group. */
export type ToDispatch = Omit<Dispatch, 'key' | 'tab' | 'madeAt' | 'state' | 'attempt' | 'after'>;

/** How late a broadcast may go by itself after the time that was promised; after that a person is asked. */
const LATE_UNDO = 60_000;
const KEPT_MS = 24 * 3_600_000;
const LONGEST_RELEASE = 10_000;

/**
 * Broadcasts on their way out, on this device and the same in every tab: the time to undo, the queue that the one a
 * minute makes, and what became of each. The runner (broadcastRunner.ts) sends them; nothing is ever sent a second time
 * unless a person asks for it.
 */
export class BroadcastOutbox {
  readonly table: Table<Dispatch>;
  #cache: QueryClient;
  #rows: readonly Dispatch[] = [];
  #toasts = new Map<string, number>();
  #listeners = new Set<() => void>();
  #tabs = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('switchboard:dispatches');

  constructor(rows: Table<Dispatch>, cache: QueryClient) {
    this.table = rows;
    this.#cache = cache;
    this.#tabs?.addEventListener('message', () => void this.read());
  }

  /** As last read, in the order of their turns. */
  get = (): readonly Dispatch[] => this.#rows;

  subscribe = (changed: () => void) => {
    this.#listeners.add(changed);
    return () => this.#listeners.delete(changed);
  };

  async read(): Promise<void> {
    this.#rows = (await this.table.all()).toSorted(byTurn);
    for (const listener of this.#listeners) listener();
  }

  /** Tells this tab and the others that rows have changed. */
  async changed(): Promise<void> {
    this.#tabs?.postMessage('changed');
    await this.read();
  }

  /** Changes one, whichever tab it was made in. */
  async update(key: string, change: (row: Dispatch) => Dispatch): Promise<Dispatch | undefined> {
    const next = await this.table.update(key, change);
    await this.changed();
    return next;
  }

  /**
   * Takes a broadcast to one or more groups: it can be undone for 8 seconds, then goes out, one group after the other.
   * False when this draft was sent already, by another press or in another tab.
   */
  async send(wanted: readonly ToDispatch[]): Promise<boolean> {
    const madeAt = Date.now();
    const rows = wanted.map((each): Dispatch => ({
      ...each,
      key: `${each.draft}.${each.group}`,
      tab,
      madeAt,
      state: 'undo',
      until: madeAt + UNDO_MS,
      attempt: 1,
      after: newestBroadcast(this.#cache),
    }));
    const taken = await this.table.add(rows);
    await this.changed();
    if (taken && rows[0]) this.#offerUndo(rows[0].draft, rows);
    return taken;
  }

  #offerUndo(draft: string, rows: readonly Dispatch[]) {
    const [first] = rows;
    if (!first) return;
    const to = rows.length === 1 ? first.groupName : `${rows.length} groups`;
    const toast = defer({
      text: first.deliverAt ? `Broadcast to ${to} will be scheduled` : `Broadcast to ${to} is going out`,
      run: () => this.#release(draft),
      onUndo: () => void this.#drop(draft, ({ state }) => state === 'undo'),
      // It waits on the device; the next page offers to undo it again.
      onLeave: () => undefined,
      failed: 'Not sent',
    });
    this.#toasts.set(draft, toast);
  }

  /** The time to undo is over. */
  async #release(draft: string) {
    this.#toasts.delete(draft);
    for (const { key } of await this.#of(draft)) {
      await this.table.update(key, (row) => (row.state === 'undo' ? queued(row) : row));
    }
    await this.changed();
    await this.#settled(draft);
  }

  /** Until the first one has gone or has to wait its turn: before a sign-out, what can go does. */
  #settled(draft: string) {
    const isDue = ({ state, until = 0 }: Dispatch) => isUnderWay({ state }) && until < Date.now();
    return new Promise<void>((resolve) => {
      const look = () => {
        const first = this.#rows.find((row) => row.draft === draft);
        if (first && isDue(first)) return;
        clearTimeout(timer);
        unsubscribe();
        resolve();
      };
      const timer = setTimeout(() => {
        unsubscribe();
        resolve();
      }, LONGEST_RELEASE);
      const unsubscribe = this.subscribe(look);
      look();
    });
  }

  /** Takes those back that have not gone yet; the draft stays. */
  async takeBack(draft: string): Promise<void> {
    const toast = this.#toasts.get(draft);
    this.#toasts.delete(draft);
    if (toast !== undefined) undo(toast);
    await this.#drop(draft, ({ state }) => state === 'undo' || state === 'queued' || state === 'refused');
  }

  /** Takes one out of the queue, or forgets that it was refused. */
  async cancel(key: string): Promise<void> {
    const row = await this.table.get(key);
    if (row && ['undo', 'queued', 'refused'].includes(row.state)) await this.table.remove(key);
    await this.changed();
  }

  /** Sends again what did not go out: somebody has just asked for it. */
  async again(key: string): Promise<void> {
    const next = (row: Dispatch): Dispatch =>
      row.state === 'refused'
        ? { ...queued(row), attempt: row.attempt + 1, madeAt: Date.now(), after: newestBroadcast(this.#cache) }
        : row;
    await this.update(key, next);
  }

  /** Those of one draft. */
  async #of(draft: string) {
    return (await this.table.all()).filter((row) => row.draft === draft);
  }

  async #drop(draft: string, goes: (row: Dispatch) => boolean) {
    for (const row of await this.#of(draft)) {
      // Read again in the same breath: the runner may have taken it meanwhile.
      const now = await this.table.update(row.key, (each) => (goes(each) ? { ...each, state: 'refused' } : each));
      if (now?.state === 'refused') await this.table.remove(row.key);
    }
    await this.changed();
  }

  /** Goes on with what `owner` had pressed in windows that are gone, and forgets what is long settled. */
  async adopt(owner: string): Promise<void> {
    const now = Date.now();
    const orphans = new Map<string, Dispatch[]>();
    for (const row of await this.table.all()) {
      if (!isUnderWay(row) && row.madeAt < now - KEPT_MS) await this.table.remove(row.key);
      if (row.owner !== owner || row.state !== 'undo' || (await isOpen(row.tab))) continue;
      const late = now - (row.until ?? 0) > LATE_UNDO;
      const mine = await this.table.update(row.key, (each) => {
        if (each.tab !== row.tab || each.state !== 'undo') return each;
        return late ? { ...each, state: 'refused', reason: CLOSED } : { ...each, tab, until: now + UNDO_MS };
      });
      if (mine?.tab === tab && mine.state === 'undo') orphans.set(row.draft, [...(orphans.get(row.draft) ?? []), mine]);
    }
    await this.changed();
    for (const [draft, rows] of orphans) this.#offerUndo(draft, rows);
  }
}

const CLOSED = 'Not sent: the window was closed before it went out.';

function queued({ until: _until, reason: _reason, ...row }: Dispatch): Dispatch {
  return { ...row, state: 'queued' };
}
