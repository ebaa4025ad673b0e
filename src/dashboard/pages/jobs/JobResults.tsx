import { IconChecklist } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { Link } from 'react-router';
import { z } from 'zod/mini';
import { type Job, type Result, settled } from '#dashboard/jobs/job.ts';
import { store } from '#dashboard/jobs/jobs.ts';
import { count } from '#dashboard/lib/numbers.ts';
import { useUrlState } from '#dashboard/lib/useUrlState.ts';
import { paths } from '#dashboard/paths.ts';
import { Blank } from '#dashboard/ui/Blank.tsx';
import type { Column } from '#dashboard/ui/DataColumn.tsx';
import { DataTable } from '#dashboard/ui/DataTable.tsx';
import { Pager } from '#dashboard/ui/Pager.tsx';
import { ScopeTabs } from '#dashboard/ui/ScopeTabs.tsx';
import { Status, type Tone } from '#dashboard/ui/Status.tsx';
import classes from './jobs.module.css';
import { params } from '#dashboard/lib/urlState.ts';

const PER_PAGE = 100;
const ReportState = z.object({
  show: z.optional(z.enum(['done', 'skipped', 'failed'])),
  page: params.page,
});
type Shown = 'done' | 'skipped' | 'failed';

const words: Record<Shown, { word: string; tone: Tone }> = {
  done: { word: 'Done', tone: 'neutral' },
  skipped: { word: 'Skipped', tone: 'dimmed' },
  failed: { word: 'Failed', tone: 'danger' },
};

const columns: Column<Result>[] = [
  {
    key: 'label',
    head: 'Item',
    width: '22rem',
    cell: ({ label }) => <bdi>{label}</bdi>,
  },
  {
    key: 'state',
    head: 'Result',
    width: '7rem',
    onPhone: 'end',
    cell: ({ state }) => (state === 'step' ? null : <Status tone={words[state].tone}>{words[state].word}</Status>),
  },
  {
    key: 'note',
    head: 'Reason',
    onPhone: 'below',
    cell: ({ note, contactId }) => (
      <span title={note}>
        <bdi>{note}</bdi>{' '}
        {contactId !== undefined && (
          <Link className={classes.link} to={paths.contact(contactId)}>
            Open the contact
          </Link>
        )}
      </span>
    ),
  },
];

/** What came of each item, the failures first. */
export function JobResults({ job }: { job: Job }) {
  const [{ show = job.failed > 0 ? 'failed' : 'done', page }, patch] = useUrlState(ReportState);
  const rows = useResults(job, show, page);
  const scopes = (['failed', 'skipped', 'done'] as const).map((value) => ({
    value,
    label: `${words[value].word} ${count(job[value])}`,
  }));
  return (
    <div className={classes.results}>
      <div className={classes.tools}>
        <ScopeTabs<Shown> label="Show" scopes={scopes} value={show} onChange={(next) => patch({ show: next })} />
      </div>
      {rows && job[show] > 0 ? (
        <>
          <DataTable name="Results" rows={rows} columns={columns} keyOf={({ n }) => n} />
          <Pager page={page} perPage={PER_PAGE} total={job[show]} onPage={(next) => patch({ page: next })} />
        </>
      ) : (
        rows && (
          <Blank icon={<IconChecklist aria-hidden />} title={`Nothing ${words[show].word.toLowerCase()}`}>
            {settled(job) === 0 ? 'What comes of each item appears here.' : null}
          </Blank>
        )
      )}
    </div>
  );
}

/** Undefined until they are read. Read again as they become more. */
function useResults(job: Job, show: Shown, page: number): readonly Result[] | undefined {
  const [rows, setRows] = useState<readonly Result[]>();
  const { id } = job;
  const known = job[show];
  useEffect(() => {
    let gone = false;
    const read = async () => {
      const next = await store.resultsPage(id, show, page, PER_PAGE);
      if (!gone) setRows(next);
    };
    void read();
    return () => {
      gone = true;
    };
  }, [id, show, page, known]);
  return rows;
}
