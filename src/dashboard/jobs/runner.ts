import { queryClient } from '#dashboard/api/queryClient.ts';
import { request } from '#dashboard/api/http.ts';
import { changeOr, tellAll } from './changes.ts';
import { owner, store } from './jobs.ts';
import { kindOf } from './kinds.ts';
import { Run } from './run.ts';

const LOCK = 'switchboard:job-runner';
const IDLE = 60_000;
/** A session unused for half an hour ends; a job that waits for the next hour is somebody's work. */
const AWAKE = 5 * 60_000;

/** Runs the jobs of whoever is signed in, one after the other, in one tab at a time. Returns what ends it. */
export function runJobs(): () => void {
  const end = new AbortController();
  // Without locks two tabs would do the same work.
  if ('locks' in navigator)
    navigator.locks.request(LOCK, { signal: end.signal }, () => work(end.signal)).catch(() => undefined);
  return () => end.abort();
}

async function work(signal: AbortSignal) {
  const awake = setInterval(() => void stayAwake(), AWAKE);
  try {
    while (!signal.aborted) {
      const job = await nextJob();
      if (!job) await changeOr(IDLE, signal);
      // A device that refuses to write now may do so later; the work is kept.
      else await runOne(job.id, signal).catch(() => changeOr(IDLE, signal));
    }
  } finally {
    clearInterval(awake);
  }
}

const nextJob = async () => {
  const who = owner();
  const all = await store.all().catch(() => []);
  return all.find((job) => job.owner === who && job.state === 'running');
};

async function runOne(id: string, signal: AbortSignal) {
  const job = await store.get(id);
  const kind = job && (await kindOf(job.kind).catch(() => undefined));
  if (!job) return;
  if (!kind) {
    // Its code could not be fetched, or is of another version; the work is kept.
    await changeOr(IDLE, signal);
    return;
  }
  await new Run(job, kind, signal).toTheEnd();
  for (const queryKey of kind.touches?.(job.input) ?? []) void queryClient.invalidateQueries({ queryKey });
  tellAll();
}

async function stayAwake() {
  if (await nextJob()) await request('GET', '/session').catch(() => undefined);
}
