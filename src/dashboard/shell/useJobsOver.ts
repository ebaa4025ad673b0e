import { useEffect, useRef } from 'react';
import { hasFile, saveJobFile } from '#dashboard/jobs/files.ts';
import type { Job } from '#dashboard/jobs/job.ts';
import { claim, isUnfinished } from '#dashboard/jobs/jobs.ts';
import { countsSentence } from '#dashboard/jobs/words.ts';
import { alertThat, notify } from '#dashboard/lib/later.ts';

/** Tells, in one tab, that a job is over that this tab saw running, and saves the file it has made. */
export function useJobsOver(jobs: readonly Job[]): void {
  const open = useRef(new Set<string>());
  useEffect(() => {
    for (const job of jobs) {
      if (isUnfinished(job)) open.current.add(job.id);
      else if (open.current.delete(job.id) && job.state === 'done') void tell(job);
    }
  }, [jobs]);
}

async function tell(job: Job) {
  if (!(await claim(job.id))) return;
  if (job.failed > 0) alertThat(`${job.name}: ${countsSentence(job)}. The reasons are under Jobs.`);
  else notify(`${job.name}: ${countsSentence(job)}`);
  if (hasFile(job)) await saveJobFile(job);
}
