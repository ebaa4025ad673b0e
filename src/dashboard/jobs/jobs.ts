import { useSyncExternalStore } from 'react';
import { queryClient } from '#dashboard/api/queryClient.ts';
import { session } from '#dashboard/api/session.ts';
import { onChange, tellAll } from './changes.ts';
import type { Entry, Job } from './job.ts';
import type { InputOf, ItemOf, KindName } from './kinds.ts';
import { JobStore } from './store.ts';

export const store = new JobStore();

/** The one who is signed in; jobs of others are neither shown nor run. */
export const owner = (): string | null =>
  queryClient.getQueryData(session.current().queryKey)?.username?.toLowerCase() ?? null;

type Start<Name extends KindName> = {
  kind: Name;
  /** What it does, as the header says it: `Importing contacts`. */
  name: string;
  input: InputOf<Name>;
  entries: readonly Entry<ItemOf<Name>>[];
  /** Requests that it will take, as far as that is known; else one for each entry. */
  cost?: number;
};

/** Keeps the work on this device and begins it; it goes on in whichever tab is open. Answers its id. */
export async function startJob<Name extends KindName>({ entries, ...what }: Start<Name>): Promise<string> {
  const who = owner();
  if (who === null) throw new Error('Sign in first.');
  const id = crypto.randomUUID();
  const job: Job = {
    ...what,
    id,
    owner: who,
    state: entries.length > 0 ? 'running' : 'done',
    createdAt: Date.now(),
    size: entries.length,
    next: 0,
    total: entries.filter(({ step }) => !step).length,
    done: 0,
    skipped: 0,
    failed: 0,
    requests: 0,
    activeMs: 0,
  };
  try {
    await store.add(job, entries);
  } catch {
    throw new Error('This browser has no room left to keep the work on this device, so it was not begun.');
  }
  tellAll();
  return id;
}

const change = async (id: string, next: (job: Job) => Job) => {
  await store.update(id, next);
  tellAll();
};

/** Stands still after the item at work, until somebody resumes it. */
export const pauseJob = (id: string): Promise<void> =>
  change(id, (job) => (job.state === 'running' ? { ...job, state: 'paused' } : job));

export const resumeJob = (id: string): Promise<void> =>
  change(id, (job) => (job.state === 'paused' ? { ...job, state: 'running' } : job));

/** Ends it after the item at work. What is done stays done. */
export const cancelJob = (id: string): Promise<void> =>
  change(id, (job) =>
    job.state === 'running' || job.state === 'paused' ? { ...job, state: 'canceled', finishedAt: Date.now() } : job,
  );

/** Whether this tab is the one to tell that the job is over and to save its file: the first that asks. */
export async function claim(id: string): Promise<boolean> {
  let mine = false;
  await change(id, (job) => {
    mine = job.taken === undefined;
    return mine ? { ...job, taken: true } : job;
  });
  return mine;
}

/** Forgets a job and its report. */
export async function removeJob(id: string): Promise<void> {
  await store.remove(id);
  tellAll();
}

/** All jobs of whoever is signed in, oldest first; undefined until they are read. */
let jobs: readonly Job[] | undefined;
let reading = false;
let readAgain = false;
const shown = new Set<() => void>();

async function read() {
  if (reading) {
    readAgain = true;
    return;
  }
  reading = true;
  const who = owner();
  jobs = await store.all().then(
    (all) => all.filter((job) => job.owner === who),
    () => [], // a browser that keeps nothing has no jobs
  );
  reading = false;
  for (const show of shown) show();
  if (readAgain) {
    readAgain = false;
    void read();
  }
}

function subscribe(show: () => void) {
  shown.add(show);
  if (shown.size === 1) void read();
  const end = onChange(() => void read());
  return () => {
    end();
    shown.delete(show);
    // Somebody else may sign in.
    if (shown.size === 0) jobs = undefined;
  };
}

/** The jobs of whoever is signed in, oldest first; undefined until they are read. */
export const useJobs = (): readonly Job[] | undefined => useSyncExternalStore(subscribe, () => jobs);

export const isUnfinished = ({ state }: Job): boolean => state === 'running' || state === 'paused';
