import type { QueryClient } from '@tanstack/react-query';
import type { Broadcast } from '#contract/broadcasts.ts';
import { standsAt, stateOf } from '#dashboard/lib/broadcastState.ts';
import { dayAndTime } from '#dashboard/lib/dates.ts';
import { alertThat, notify } from '#dashboard/lib/later.ts';
import type { Table } from '#dashboard/lib/table.ts';
import { isOpen, tab } from '#dashboard/lib/tabLock.ts';
import { broadcasts } from './broadcasts.ts';
import { newestBroadcast } from './newestBroadcast.ts';
import { takeBack, toHandOver } from './broadcastSwapSteps.ts';
import { findOut, handOver, pause } from './handOver.ts';

/**
 * A scheduled broadcast on its way to another time. The service can't change one, so a new one is made and then the old
 * one deleted; each step is written down before it is taken, and whoever finds the note goes on from there.
 */
export type Swap = {
  /** The id of the old one: one change of it at a time. */
  key: string;
  owner: string;
  tab: string;
  old: Broadcast;
  /** ISO 8601; null: now. */
  at: string | null;
  step: 'making' | 'deleting' | 'undoing';
  sendKey: string;
  after: number | null;
  handedAt: number;
  made?: Broadcast;
  /** While another broadcast of the last minute makes it wait, in ms since 1970. */
  until?: number;
};

/** What stands after a change: exactly one, or both where nothing else was possible, which is always told. */
export type SwapOutcome = { stands: 'new' | 'old' | 'both'; broadcast: Broadcast; says: string };

/** A time to finish in before the old one goes out by itself. */
const MARGIN = 15_000;

export class Swaps {
  #journal: Table<Swap>;
  #cache: QueryClient;
  #pending: readonly Swap[] = [];
  #listeners = new Set<() => void>();

  constructor(journal: Table<Swap>, cache: QueryClient) {
    this.#journal = journal;
    this.#cache = cache;
  }

  /** The changes that this window is making. */
  get = (): readonly Swap[] => this.#pending;

  subscribe = (changed: () => void) => {
    this.#listeners.add(changed);
    return () => this.#listeners.delete(changed);
  };

  /** Moves a scheduled or held broadcast to another time, or sends it now (null). Says what came of it in a toast. */
  async reschedule(owner: string, old: Broadcast, at: Date | null): Promise<SwapOutcome> {
    const swap: Swap = {
      key: String(old.id),
      owner,
      tab,
      old,
      at: at?.toISOString() ?? null,
      step: 'making',
      sendKey: crypto.randomUUID(),
      after: newestBroadcast(this.#cache),
      handedAt: Date.now(),
    };
    const why = tooLate(old, at);
    if (why) return tell({ stands: 'old', broadcast: old, says: why });
    if (!(await this.#journal.add([swap]))) {
      return tell({ stands: 'old', broadcast: old, says: 'Not moved: it is just being moved in another window.' });
    }
    return this.#run(swap);
  }

  /** Finishes what `owner` left half done in windows that are gone. */
  async adopt(owner: string): Promise<void> {
    for (const left of await this.#journal.all()) {
      if (left.owner !== owner || (await isOpen(left.tab))) continue;
      const mine = await this.#journal.update(left.key, (row) => (row.tab === left.tab ? { ...row, tab } : row));
      if (mine?.tab !== tab) continue;
      if (mine.step !== 'making') void this.#run(mine);
      else void this.#recover(mine);
    }
  }

  /** Nobody knows whether the new one was made. */
  async #recover(swap: Swap) {
    this.#show(swap);
    const found = await findOut(toHandOver(swap));
    if ('made' in found) return this.#made(swap, found.made);
    return this.#end(swap, { stands: 'old', broadcast: swap.old, says: `Not moved: ${keeps(swap.old)}` });
  }

  async #run(swap: Swap): Promise<SwapOutcome> {
    this.#show(swap);
    if (swap.step === 'deleting' && swap.made) return this.#deleteOld(swap, swap.made);
    if (swap.step === 'undoing' && swap.made) return this.#undo(swap, swap.made);
    const handed = await handOver(toHandOver(swap), () => undefined);
    if ('made' in handed) return this.#made(swap, handed.made);
    if ('refused' in handed) {
      return this.#end(swap, {
        stands: 'old',
        broadcast: swap.old,
        says: `Not moved: ${handed.refused} ${keeps(swap.old)}`,
      });
    }
    return this.#wait(swap, handed.wait * 1_000);
  }

  /** One broadcast a minute: waits for the turn, if the old one does not go out before. */
  async #wait(swap: Swap, ms: number): Promise<SwapOutcome> {
    const until = Date.now() + ms;
    if (stateOf(swap.old) === 'scheduled' && standsAt(swap.old).getTime() < until + MARGIN) {
      const says = `Not moved: the next broadcast may go in ${Math.ceil(ms / 1000)} s, and this one is due before. ${keeps(swap.old)}`;
      return this.#end(swap, { stands: 'old', broadcast: swap.old, says });
    }
    await this.#write({ ...swap, until });
    await pause(ms);
    return this.#run(await this.#write({ ...swap, handedAt: Date.now() }));
  }

  async #made(swap: Swap, made: Broadcast): Promise<SwapOutcome> {
    this.#cache.setQueryData(broadcasts.detail(made.id).queryKey, made);
    return this.#deleteOld(await this.#write({ ...swap, step: 'deleting', made }), made);
  }

  async #deleteOld(swap: Swap, made: Broadcast): Promise<SwapOutcome> {
    if ((await takeBack(swap.old.id)) === 'started')
      return this.#undo(await this.#write({ ...swap, step: 'undoing' }), made);
    const says = swap.at === null ? `Sent to ${made.group_name}.` : `Moved to ${dayAndTime(standsAt(made))}.`;
    return this.#end(swap, { stands: 'new', broadcast: made, says });
  }

  /** The old one had started after all: the new one goes, so that nobody gets it twice. */
  async #undo(swap: Swap, made: Broadcast): Promise<SwapOutcome> {
    const stands = (await takeBack(made.id)) === 'started' ? 'both' : 'old';
    const says =
      stands === 'old'
        ? 'Not moved: it had already started to go out, so the new one was taken back.'
        : `Both the old and the new broadcast to ${made.group_name} have started; neither can be taken back.`;
    return this.#end(swap, { stands, broadcast: swap.old, says });
  }

  async #end(swap: Swap, outcome: SwapOutcome): Promise<SwapOutcome> {
    await this.#journal.remove(swap.key);
    this.#set(this.#pending.filter(({ key }) => key !== swap.key));
    if (outcome.stands === 'new') this.#cache.removeQueries({ queryKey: broadcasts.detail(swap.old.id).queryKey });
    void this.#cache.invalidateQueries({ queryKey: broadcasts.all });
    return tell(outcome);
  }

  async #write(swap: Swap): Promise<Swap> {
    await this.#journal.put(swap);
    this.#show(swap);
    return swap;
  }

  #show(swap: Swap) {
    this.#set([...this.#pending.filter(({ key }) => key !== swap.key), swap]);
  }

  #set(pending: readonly Swap[]) {
    this.#pending = pending;
    for (const listener of this.#listeners) listener();
  }
}

const keeps = (old: Broadcast) =>
  stateOf(old) === 'held' ? 'It is still held.' : `It still goes out ${dayAndTime(standsAt(old))}.`;

function tooLate(old: Broadcast, at: Date | null) {
  if (old.group_id === null) return 'Not moved: its group no longer exists.';
  if (at && at.getTime() < Date.now() + 1_000) return 'Not moved: this time is past. Choose a later one.';
  const left = standsAt(old).getTime() - Date.now();
  if (stateOf(old) === 'scheduled' && left < MARGIN) return 'Not moved: it goes out any moment.';
  return undefined;
}

function tell(outcome: SwapOutcome) {
  if (outcome.stands === 'new') notify(outcome.says);
  else alertThat(outcome.says);
  return outcome;
}
