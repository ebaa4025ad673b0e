import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { Entry, Job, Outcome, Result } from './job.ts';

const DATABASE = 'switchboard-jobs';
/** Entries of one record: a hundred thousand rows one by one would take the browser minutes. */
const BLOCK = 500;

type Block = { job: string; start: number; entries: Entry[] };
type Schema = DBSchema & {
  jobs: { key: string; value: Job };
  blocks: { key: [job: string, start: number]; value: Block };
  results: {
    key: [job: string, n: number];
    value: Result;
    indexes: { state: [job: string, state: string, n: number] };
  };
};

const open = () =>
  openDB<Schema>(DATABASE, 1, {
    upgrade(db) {
      db.createObjectStore('jobs', { keyPath: 'id' });
      db.createObjectStore('blocks', { keyPath: ['job', 'start'] });
      db.createObjectStore('results', { keyPath: ['job', 'n'] }).createIndex('state', ['job', 'state', 'n']);
    },
  });

/** What happened with one entry, to be written at once. */
export type Settlement = {
  n: number;
  label: string;
  step: boolean;
  outcome: Outcome;
  requests: number;
  activeMs: number;
};

const inState = (job: string, state: string) => IDBKeyRange.bound([job, state], [job, state, []]);
const whole = (job: string) => IDBKeyRange.bound([job], [job, []]);

/** Jobs, their entries and what came of them, on this device. Each change is one transaction, whichever tab makes it. */
export class JobStore {
  #database: Promise<IDBPDatabase<Schema>> | undefined;

  #open = () => (this.#database ??= open());

  async all(): Promise<Job[]> {
    const db = await this.#open();
    return (await db.getAll('jobs')).toSorted((a, b) => a.createdAt - b.createdAt);
  }

  get = async (id: string): Promise<Job | undefined> => (await this.#open()).get('jobs', id);

  async add(job: Job, entries: readonly Entry[]): Promise<void> {
    const tx = (await this.#open()).transaction(['jobs', 'blocks'], 'readwrite');
    await Promise.all([
      tx.objectStore('jobs').put(job),
      ...blocksOf(job.id, 0, entries).map((block) => tx.objectStore('blocks').put(block)),
    ]);
    await tx.done;
  }

  /** Changes a job as it is now; undefined if it is gone. */
  async update(id: string, change: (job: Job) => Job): Promise<Job | undefined> {
    const tx = (await this.#open()).transaction('jobs', 'readwrite');
    const job = await tx.store.get(id);
    const next = job && change(job);
    if (next && next !== job) await tx.store.put(next);
    await tx.done;
    return next;
  }

  /** Writes what came of an entry, and the entries it brought, together. */
  async settle(id: string, settlement: Settlement): Promise<Job | undefined> {
    const { n, label, step, outcome } = settlement;
    const tx = (await this.#open()).transaction(['jobs', 'blocks', 'results'], 'readwrite');
    const job = await tx.objectStore('jobs').get(id);
    if (!job) return undefined;
    const { add = [], state, ...rest } = outcome;
    const next = counted(job, settlement, add);
    await Promise.all([
      tx.objectStore('jobs').put(next),
      tx.objectStore('results').put({ job: id, n, label, ...rest, state: step && state !== 'failed' ? 'step' : state }),
      ...blocksOf(id, job.size, add).map((block) => tx.objectStore('blocks').put(block)),
    ]);
    await tx.done;
    return next;
  }

  /** The block that holds entry `n`. */
  async block(id: string, n: number): Promise<Block | undefined> {
    const range = IDBKeyRange.bound([id, 0], [id, n]);
    const tx = (await this.#open()).transaction('blocks');
    return (await tx.store.openCursor(range, 'prev'))?.value;
  }

  /** Every entry from `from` on. */
  async entries(id: string, from = 0): Promise<Entry[]> {
    const blocks = await (await this.#open()).getAll('blocks', whole(id));
    return blocks.flatMap(({ entries }) => entries).slice(from);
  }

  results = async (id: string): Promise<Result[]> => (await this.#open()).getAll('results', whole(id));

  /** Results in one state, in order. */
  async resultsIn(id: string, state: Result['state']): Promise<Result[]> {
    return (await this.#open()).getAllFromIndex('results', 'state', inState(id, state));
  }

  /** One page of them. */
  async resultsPage(id: string, state: Result['state'], page: number, perPage: number): Promise<Result[]> {
    const tx = (await this.#open()).transaction('results');
    const rows: Result[] = [];
    let cursor = await tx.store.index('state').openCursor(inState(id, state));
    if (cursor && page > 1) cursor = await cursor.advance((page - 1) * perPage);
    for (; cursor && rows.length < perPage; cursor = await cursor.continue()) rows.push(cursor.value);
    return rows;
  }

  async remove(id: string): Promise<void> {
    const tx = (await this.#open()).transaction(['jobs', 'blocks', 'results'], 'readwrite');
    await Promise.all([
      tx.objectStore('jobs').delete(id),
      tx.objectStore('blocks').delete(whole(id)),
      tx.objectStore('results').delete(whole(id)),
    ]);
    await tx.done;
  }
}

function counted(job: Job, { n, step, outcome, requests, activeMs }: Settlement, add: readonly Entry[]): Job {
  const { flight: _flight, waiting: _waiting, ...rest } = job;
  const size = job.size + add.length;
  const over = n + 1 >= size;
  // A page that can't be read counts, else nobody would see it.
  const counts = !step || outcome.state === 'failed';
  return {
    ...rest,
    size,
    next: n + 1,
    total: job.total + add.filter((entry) => !entry.step).length + (step && counts ? 1 : 0),
    [outcome.state]: job[outcome.state] + (counts ? 1 : 0),
    requests: job.requests + requests,
    activeMs: job.activeMs + activeMs,
    ...(over && job.state !== 'canceled' && { state: 'done', finishedAt: Date.now() }),
  };
}

function blocksOf(job: string, start: number, entries: readonly Entry[]): Block[] {
  const count = Math.ceil(entries.length / BLOCK);
  return Array.from({ length: count }, (_, index) => ({
    job,
    start: start + index * BLOCK,
    entries: entries.slice(index * BLOCK, (index + 1) * BLOCK),
  }));
}
