import { IconPlayerPause, IconPlayerPlay, IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { type Budget, budget } from '#dashboard/api/budget.ts';
import { type Job, settled } from '#dashboard/jobs/job.ts';
import { cancelJob, isUnfinished, pauseJob, resumeJob } from '#dashboard/jobs/jobs.ts';
import { reserved } from '#dashboard/jobs/pace.ts';
import { countsSentence, rate, stateWord, timeLeft, waitingSentence } from '#dashboard/jobs/words.ts';
import { clock } from '#dashboard/lib/dates.ts';
import { count, plural } from '#dashboard/lib/numbers.ts';
import { useNow } from '#dashboard/lib/useNow.ts';
import { paths } from '#dashboard/paths.ts';
import { Button } from '#dashboard/ui/Button.tsx';
import { ProgressBar } from '#dashboard/ui/ProgressBar.tsx';
import classes from './jobs.module.css';

type Props = {
  job: Job;
  /** Those that come first. */
  before: readonly Job[];
  /** On the page of this job there is no way to it. */
  isOwnPage?: boolean;
  children?: ReactNode;
};

/** How far a job is, how long it will take, and what can be done about it. */
export function JobPanel({ job, before, isOwnPage = false, children }: Props) {
  const { data } = useQuery(budget());
  const now = useNow(1_000);
  const sentence = waitingSentence(job);
  return (
    <section className={classes.panel} aria-label={job.name}>
      <div className={classes.head}>
        {!isOwnPage && (
          <h2 className={classes.name} dir="auto">
            <Link to={paths.job(job.id)}>{job.name}</Link>
          </h2>
        )}
        <span className={classes.state}>{stateWord(job)}</span>
        <span className={classes.space} />
        <Actions job={job} />
        {children}
      </div>
      <ProgressBar wide label={job.name} value={settled(job)} max={job.total} />
      {sentence && <p className={classes.sentence}>{sentence}</p>}
      <Facts job={job} before={before} budget={data} now={now} />
    </section>
  );
}

function Actions({ job }: { job: Job }) {
  if (!isUnfinished(job)) return null;
  return (
    <>
      {job.state === 'running' ? (
        <Button size="xs" leftSection={<IconPlayerPause aria-hidden />} onClick={() => void pauseJob(job.id)}>
          Pause
        </Button>
      ) : (
        <Button size="xs" leftSection={<IconPlayerPlay aria-hidden />} onClick={() => void resumeJob(job.id)}>
          Resume
        </Button>
      )}
      <Button
        size="xs"
        data-danger
        title="What is done stays done"
        leftSection={<IconX aria-hidden />}
        onClick={() => void cancelJob(job.id)}
      >
        Cancel
      </Button>
    </>
  );
}

type FactsProps = { job: Job; before: readonly Job[]; budget: Budget | null; now: Date };

function Facts({ job, before, budget: hour, now }: FactsProps) {
  const open = isUnfinished(job);
  return (
    <dl className={`${classes.facts} figures`}>
      <Fact name="Done">{countsSentence(job)}</Fact>
      {open && <Fact name="Left">{count(job.total - settled(job))}</Fact>}
      <Fact name="Rate">{rate(job) ?? 'Not known yet'}</Fact>
      {open && <Fact name="Time left">{timeLeft(job, hour, now, before)}</Fact>}
      <Fact name="Budget">
        {plural(job.requests, 'request')} used
        {open && hour && hour.limit > 0 && (
          <>
            . {count(hour.remaining)} of {count(hour.limit)} left until {clock(new Date(hour.background.refillsAt))};{' '}
            {count(reserved(hour.limit))} of them are kept for you
          </>
        )}
      </Fact>
    </dl>
  );
}

const Fact = ({ name, children }: { name: string; children: ReactNode }) => (
  <div className={classes.fact}>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
);
