import { IconLoader } from '@tabler/icons-react';
import { Link } from 'react-router';
import { type Job, settled } from '#dashboard/jobs/job.ts';
import { isUnfinished, useJobs } from '#dashboard/jobs/jobs.ts';
import { count } from '#dashboard/lib/numbers.ts';
import { paths } from '#dashboard/paths.ts';
import { ProgressBar } from '#dashboard/ui/ProgressBar.tsx';
import classes from './Header.module.css';
import { useJobsOver } from './useJobsOver.ts';

const NONE: readonly Job[] = [];

/** The long work that is being done now: what, how far, and the way to all of it. Nothing while there is none. */
export function JobProgress() {
  const jobs = useJobs() ?? NONE;
  useJobsOver(jobs);
  const open = jobs.filter(isUnfinished);
  const job = open.find(({ state }) => state === 'running') ?? open[0];
  if (!job) return null;
  const more = open.length > 1 ? ` · ${count(open.length - 1)} more` : '';
  return (
    <>
      <Link className={`${classes.item} ${classes.job} figures`} to={paths.jobs()}>
        <IconLoader aria-hidden />
        <bdi className={`${classes.detail} one-line`}>{job.name}</bdi>
        <ProgressBar label={job.name} value={settled(job)} max={job.total} />
        <span>
          {job.state === 'paused' ? 'Paused' : `${count(settled(job))} of ${count(job.total)}`}
          {more}
        </span>
      </Link>
      <span className={classes.rule} />
    </>
  );
}
