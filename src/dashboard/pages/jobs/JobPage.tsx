import { IconDownload } from '@tabler/icons-react';
import { Link, useParams } from 'react-router';
import type { Job } from '#dashboard/jobs/job.ts';
import { isUnfinished, useJobs } from '#dashboard/jobs/jobs.ts';
import { failedRows, hasFile, saveJobFile } from '#dashboard/jobs/files.ts';
import { ApiError } from '#dashboard/lib/ApiError.ts';
import { saveFile } from '#dashboard/lib/saveFile.ts';
import { useTitle } from '#dashboard/lib/title.ts';
import { paths } from '#dashboard/paths.ts';
import { Button } from '#dashboard/ui/Button.tsx';
import { PageTitle } from '#dashboard/ui/PageTitle.tsx';
import { JobPanel } from './JobPanel.tsx';
import { JobResults } from './JobResults.tsx';
import classes from './jobs.module.css';

/** `/jobs/:id`: one job, and what came of each of its items. */
export function JobPage() {
  const { id } = useParams();
  const jobs = useJobs();
  const job = jobs?.find((candidate) => candidate.id === id);
  useTitle(job?.name ?? 'Job', 'Jobs');
  if (!jobs) return null;
  if (!job) throw new ApiError(404, 'This job is not on this device, or no longer.');
  const open = jobs.filter(isUnfinished);
  return (
    <div className={classes.page}>
      <PageTitle
        actions={
          <Link className={classes.link} to={paths.jobs()}>
            All jobs
          </Link>
        }
      >
        {job.name}
      </PageTitle>
      <JobPanel isOwnPage job={job} before={open.slice(0, Math.max(0, open.indexOf(job)))}>
        <Downloads job={job} />
      </JobPanel>
      <JobResults key={job.id} job={job} />
    </div>
  );
}

function Downloads({ job }: { job: Job }) {
  return (
    <>
      {job.state === 'done' && hasFile(job) && (
        <Button
          size="xs"
          variant="filled"
          leftSection={<IconDownload aria-hidden />}
          onClick={() => void saveJobFile(job)}
        >
          Download the file
        </Button>
      )}
      {job.failed > 0 && (
        <Button
          size="xs"
          leftSection={<IconDownload aria-hidden />}
          onClick={() => void failedRows(job).then(saveFile)}
        >
          Download failed rows
        </Button>
      )}
    </>
  );
}
