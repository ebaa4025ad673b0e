import { IconTrash } from '@tabler/icons-react';
import type { Job } from '#dashboard/jobs/job.ts';
import { removeJob } from '#dashboard/jobs/jobs.ts';
import { countsSentence, stateWord } from '#dashboard/jobs/words.ts';
import { dayAndTime } from '#dashboard/lib/dates.ts';
import { paths } from '#dashboard/paths.ts';
import type { Column } from '#dashboard/ui/DataColumn.tsx';
import { DataTable } from '#dashboard/ui/DataTable.tsx';
import { IconButton } from '#dashboard/ui/IconButton.tsx';
import { When } from '#dashboard/ui/When.tsx';
import classes from './jobs.module.css';

const iso = (ms: number) => new Date(ms).toISOString();

const columns: Column<Job>[] = [
  { key: 'name', head: 'Job', cell: ({ name }) => <bdi>{name}</bdi> },
  { key: 'state', head: 'State', width: '9rem', onPhone: 'end', cell: stateWord },
  { key: 'counts', head: 'Result', figures: true, onPhone: 'below', cell: countsSentence },
  {
    key: 'ended',
    head: 'Ended',
    width: '11rem',
    figures: true,
    hideBelow: 'desktop',
    cell: ({ finishedAt }) => finishedAt !== undefined && <When at={iso(finishedAt)} as={dayAndTime} />,
  },
];

/** Jobs that are over, the last one first; each leads to its report. */
export const FinishedJobs = ({ jobs }: { jobs: readonly Job[] }) => (
  <>
    <h2 className={classes.heading}>Over</h2>
    <DataTable
      name="Jobs"
      rows={jobs}
      columns={columns}
      keyOf={({ id }) => id}
      href={({ id }) => paths.job(id)}
      actions={({ id, name }) => (
        <IconButton
          size="sm"
          aria-label={`Forget ${name}`}
          title="Forget this report"
          onClick={() => void removeJob(id)}
        >
          <IconTrash aria-hidden />
        </IconButton>
      )}
    />
  </>
);
