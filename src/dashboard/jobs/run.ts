import { currentBudget } from '#dashboard/api/budget.ts';
import { call, callPage } from '#dashboard/api/client.ts';
import { ApiError } from '#dashboard/lib/ApiError.ts';
import { changeOr, tellAll } from './changes.ts';
import { type Context, type Entry, failed, type Job, type Outcome, type Waiting } from './job.ts';
import { store } from './jobs.ts';
import type { AnyKind } from './kinds.ts';
import { nextTurn } from './pace.ts';

const LONGEST = 30_000;
/** An item that the service can't get over is given up after so many tries; the others still get theirs. */
const TRIES = 5;

/** The job is paused, canceled, gone, or the tab leaves; nothing is in flight. */
class Stopped extends Error {}

/** One job being worked through, entry after entry, until it is over or somebody stops it. */
export class Run {
  #job: Job;
  #kind: AnyKind;
  #signal: AbortSignal;
  #entries: { start: number; entries: Entry[] } = { start: 0, entries: [] };
  #keys: Set<string> | undefined;
  #requests = 0;
  #waited = 0;
  /** A request of the item at work may have taken effect without telling. */
  #unsure = false;

  constructor(job: Job, kind: AnyKind, signal: AbortSignal) {
    this.#job = job;
    this.#kind = kind;
    this.#signal = signal;
  }

  async toTheEnd(): Promise<void> {
    try {
      while (await this.#goesOn()) await this.#one(this.#job.next);
    } catch (error) {
      if (!(error instanceof Stopped)) throw error;
      const answered = !this.#unsure;
      await store.update(this.#job.id, (job) => (job.flight ? { ...job, flight: { ...job.flight, answered } } : job));
    }
  }

  async #one(n: number) {
    const entry = await this.#entry(n);
    const began = Date.now();
    this.#requests = 0;
    this.#waited = 0;
    const before = this.#job.flight?.n === n ? this.#job.flight : undefined;
    await this.#update((job) => ({ ...job, flight: { ...before, n, answered: false } }));
    this.#unsure = before !== undefined && !before.answered;
    const outcome = await this.#outcome(entry.item);
    const add = outcome.add && (await this.#newOnes(outcome.add));
    const job = await store.settle(this.#job.id, {
      n,
      label: this.#kind.label(entry.item),
      step: entry.step === true,
      outcome: { ...outcome, ...(add && { add }) },
      requests: this.#requests,
      activeMs: Math.max(0, Date.now() - began - this.#waited),
    });
    if (!job) throw new Stopped();
    this.#job = job;
    tellAll();
  }

  /** Asks until there is an answer. */
  async #outcome(item: unknown): Promise<Outcome> {
    for (let tries = 1; ; tries += 1) {
      try {
        const found = this.#unsure ? await this.#kind.lookUp?.(item, this.#context()) : null;
        this.#unsure = false;
        return found ?? (await this.#kind.perform(item, this.#context()));
      } catch (error) {
        if (error instanceof Stopped) throw error;
        if (!(error instanceof ApiError)) return failed(error instanceof Error ? error.message : 'Unknown reason.');
        this.#unsure ||= error.outcomeUnknown || error.status >= 500 || error.status === 200;
        if (isFinal(error) || (isPeculiar(error) && tries >= TRIES)) return failed(error.message);
        await this.#pause(waitingFor(error, tries));
      }
    }
  }

  #context(): Context<unknown> {
    return {
      input: this.#job.input,
      startedAt: this.#job.createdAt,
      kept: this.#job.flight?.kept,
      keep: (kept) => this.#update((job) => (job.flight ? { ...job, flight: { ...job.flight, kept } } : job)),
      call: async (operation, args) => {
        await this.#turn();
        return call(operation, { ...args, background: true });
      },
      callPage: async (operation, args) => {
        await this.#turn();
        return callPage(operation, { ...args, background: true });
      },
    };
  }

  /** Waits until the budget allows one more request. */
  async #turn() {
    for (;;) {
      const until = nextTurn(currentBudget(), Date.now());
      if (until === null && navigator.onLine) break;
      await this.#pause(until === null ? { for: 'network' } : { for: 'budget', until });
    }
    if (this.#job.waiting) await this.#update(({ waiting: _waiting, ...job }) => job);
    this.#requests += 1;
  }

  /** Stands still for a while and tells why; wakes when the job is paused or canceled. */
  async #pause(waiting: Waiting) {
    const from = Date.now();
    await this.#update((job) => ({ ...job, waiting }));
    const end = waiting.until ?? from + LONGEST;
    const wakes = waiting.for === 'network' ? () => navigator.onLine : () => false;
    while (Date.now() < end && !wakes()) {
      if (!(await this.#goesOn())) throw new Stopped();
      await changeOr(Math.min(end - Date.now(), LONGEST), this.#signal);
    }
    if (!(await this.#goesOn())) throw new Stopped();
    this.#waited += Date.now() - from;
  }

  async #goesOn(): Promise<boolean> {
    if (this.#signal.aborted) return false;
    const job = await store.get(this.#job.id);
    if (job) this.#job = job;
    return job?.state === 'running';
  }

  async #update(change: (job: Job) => Job) {
    const job = await store.update(this.#job.id, change);
    if (!job) throw new Stopped();
    const tells = job.waiting !== this.#job.waiting;
    this.#job = job;
    if (tells) tellAll();
  }

  async #entry(n: number): Promise<Entry> {
    const { start, entries } = this.#entries;
    if (n < start || n >= start + entries.length) {
      const block = await store.block(this.#job.id, n);
      if (!block) throw new Stopped();
      this.#entries = block;
    }
    const entry = this.#entries.entries[n - this.#entries.start];
    if (!entry) throw new Stopped();
    return entry;
  }

  /** Those that are not there yet. */
  async #newOnes(add: Entry[]): Promise<Entry[]> {
    const keys = (this.#keys ??= new Set((await store.entries(this.#job.id)).flatMap(({ key }) => key ?? [])));
    return add.filter(({ key }) => {
      if (key === undefined) return true;
      if (keys.has(key)) return false;
      keys.add(key);
      return true;
    });
  }
}

/** The service has refused this item; another try would be refused as well. */
const isFinal = ({ status, retryAfter }: ApiError) =>
  status >= 400 && status < 500 && ![401, 408, 425, 429].includes(status) && retryAfter === undefined;

/** The service stumbles over this very item, or its answer can't be read. */
const isPeculiar = ({ status }: ApiError) => status === 500 || status === 200;

function waitingFor({ status, retryAfter, message }: ApiError, tries: number): Waiting {
  const until = Date.now() + (retryAfter === undefined ? Math.min(1_000 * 2 ** tries, LONGEST) : retryAfter * 1_000);
  if (status === 401) return { for: 'session', until: Date.now() + LONGEST };
  if (status === 429 || status === 403) return { for: 'budget', until };
  return { for: navigator.onLine ? 'service' : 'network', until, reason: message };
}
