import { changeOr } from './changes.ts';
import { isUnfinished, store } from './jobs.ts';
import { type Job, settled } from './job.ts';

const LOOKS = 5_000;

/** Waits for a job and tells how far it is; undefined: somebody has removed it. Rejects when `signal` ends the waiting. */
export async function whenOver(
  id: string,
  onProgress: (done: number) => void,
  signal: AbortSignal,
): Promise<Job | undefined> {
  for (;;) {
    signal.throwIfAborted();
    const job = await store.get(id);
    if (!job || !isUnfinished(job)) return job;
    onProgress(settled(job));
    await changeOr(LOOKS, signal);
  }
}
