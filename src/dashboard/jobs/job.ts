import type { QueryKey } from '@tanstack/react-query';
import type { call, callPage } from '#dashboard/api/client.ts';

/**
 * A kind of long work: one file in `jobs/kinds/`, one line in `jobs/kinds.ts`, started with `startJob`. The runner takes
 * the items one by one, in order, and keeps what came of each; a kind says only what is done with one item.
 *
 *     export const flagContacts: JobKind<{ id: number; name: string }, { flagged: boolean }> = {
 *       noun: 'contact',
 *       label: ({ name }) => name,
 *       async perform({ id }, { call, input }) {
 *         await call(contactOperations.update, { params: { id }, body: input });
 *         return done();
 *       },
 *     };
 *
 * Items and inputs are plain data: they are kept in IndexedDB. Requests go through `context.call` and `callPage`, which
 * wait for the hour's budget. What the service refuses (4xx) fails that item with the service's reason; a full hour, no
 * network, a service in trouble and an ended session make the job wait, and no item pays for it.
 */
export type JobKind<Item, Input = null> = {
  /** What one item is, in the singular: `contact`, `row`, `page`. */
  noun: string;
  /** What a line of the report is called: `Row 17 · Dana Reyes`. */
  label: (item: Item) => string;
  /** Does it. May throw `ApiError`. More work found on the way goes into `Outcome.add`. */
  perform: (item: Item, context: Context<Input>) => Promise<Outcome<Item>>;
  /**
   * Asked instead of repeating, when an item was in flight and no answer came (a lost reply, a killed tab): the outcome
   * if it took effect, null if it did not; then `perform` runs (again), with what `context.kept` holds. Leave it out
   * only where doing it twice is the same as once (PUT of a value, DELETE with 404 taken as done).
   */
  lookUp?: (item: Item, context: Context<Input>) => Promise<Outcome<Item> | null>;
  /** The columns of this item in the CSV of what failed, so that the file can be imported again. */
  row?: (item: Item, input: Input) => Record<string, string>;
  /** What of the cache is stale once the job is over. */
  touches?: (input: Input) => readonly QueryKey[];
  /** A file that the job makes, out of what its items left in `Outcome.data`, in order. */
  file?: (data: readonly unknown[], input: Input) => { name: string; type: string; content: string };
};

export type Context<Input> = {
  input: Input;
  /** One operation of the contract, as soon as the budget allows. */
  call: typeof call;
  callPage: typeof callPage;
  /** What an earlier step of this very item left with `keep`: it survives a crash between two requests. */
  kept: unknown;
  keep: (value: unknown) => Promise<void>;
  /** When the job was started, in milliseconds since 1970. */
  startedAt: number;
};

export type Outcome<Item = unknown> = {
  state: 'done' | 'skipped' | 'failed';
  /** What there is to say: the reason of a failure, what was done. */
  note?: string;
  /** The contact it is about, for a link in the report. */
  contactId?: number;
  /** Kept for `file`. */
  data?: unknown;
  /** More work, to be done after all that waits already. */
  add?: Entry<Item>[];
};

export const done = (note?: string): { state: 'done'; note?: string } => ({ state: 'done', ...(note && { note }) });
export const skipped = (note: string) => ({ state: 'skipped', note }) as const;
export const failed = (note: string) => ({ state: 'failed', note }) as const;

export type Entry<Item = unknown> = {
  item: Item;
  /** An entry with the key of an earlier one is left out: a person who stands on two pages is one. */
  key?: string;
  /** Only a way to more entries, such as reading a page: not counted and not in the report. */
  step?: true;
};

/** Why a job that runs stands still just now. `until` in milliseconds since 1970. */
export type Waiting = { for: 'budget' | 'network' | 'service' | 'session'; until?: number; reason?: string };

export type Job = {
  id: string;
  /** Who started it; it goes on only while they are signed in. */
  owner: string;
  /** A key of `kinds`. */
  kind: string;
  /** What it does: `Importing contacts`. */
  name: string;
  input: unknown;
  state: 'running' | 'paused' | 'canceled' | 'done';
  createdAt: number;
  finishedAt?: number;
  /** Entries kept, and the first of them without an outcome. */
  size: number;
  next: number;
  /** Counted entries, and what came of them. */
  total: number;
  done: number;
  skipped: number;
  failed: number;
  /** Requests made, and the milliseconds it was at work, without waiting. */
  requests: number;
  activeMs: number;
  /** What it was expected to take, in requests. */
  cost?: number;
  /** The entry at work. Not `answered`: a request of it went out and nobody knows what became of it. */
  flight?: { n: number; answered: boolean; kept?: unknown };
  waiting?: Waiting;
  /** Somebody was told that it is over, and its file was saved. */
  taken?: true;
};

/** What came of entry `n` of a job. */
export type Result = {
  job: string;
  n: number;
  state: Outcome['state'] | 'step';
  label: string;
  note?: string;
  contactId?: number;
  data?: unknown;
};

export const settled = (job: Job): number => job.done + job.skipped + job.failed;
