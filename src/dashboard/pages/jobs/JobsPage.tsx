import { IconChecklist } from '@tabler/icons-react';
import { isUnfinished, useJobs } from '#dashboard/jobs/jobs.ts';
import { useTitle } from '#dashboard/lib/title.ts';
import { Blank } from '#dashboard/ui/Blank.tsx';
import { PageTitle } from '#dashboard/ui/PageTitle.tsx';
import { FinishedJobs } from './FinishedJobs.tsx';
import { JobPanel } from './JobPanel.tsx';
import classes from './jobs.module.css';

/** `/jobs`: the long work of this device, what is being done and what is over. */
export function JobsPage() {
  const jobs = useJobs();
  useTitle('Jobs');
  const open = jobs?.filter(isUnfinished) ?? [];
  const over = jobs?.filter((job) => !isUnfinished(job)).toReversed() ?? [];
  return (
    <div className={classes.page}>
      <PageTitle>Jobs</PageTitle>
      {open.map((job, index) => (
        <JobPanel key={job.id} job={job} before={open.slice(0, index)} />
      ))}
      {over.length > 0 && <FinishedJobs jobs={over} />}
      {jobs?.length === 0 && (
        <Blank icon={<IconChecklist aria-hidden />} title="No jobs">
          Imports, exports and changes to many contacts are done here, at the pace your requests allow. They go on after
          a reload, as long as one window is open.
        </Blank>
      )}
    </div>
  );
}
