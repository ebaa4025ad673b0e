import { csvFile } from '#dashboard/lib/csv.ts';
import { fileName, saveFile } from '#dashboard/lib/saveFile.ts';
import type { Job } from './job.ts';
import { store } from './jobs.ts';
import { kindOf } from './kinds.ts';

const CSV = 'text/csv;charset=utf-8';

/** The kinds that make a file. */
export const hasFile = ({ kind }: Job): boolean => kind.startsWith('export');

/** What failed, with the reasons, in the columns of the file it came from: corrected, it can be imported again. */
export async function failedRows(job: Job): Promise<{ name: string; type: string; content: string }> {
  const kind = await kindOf(job.kind);
  const failures = await store.resultsIn(job.id, 'failed');
  const entries = await store.entries(job.id);
  const records = failures.map(({ n, label, note = '' }) => {
    const item = entries[n]?.item;
    return { ...(kind?.row && item !== undefined ? kind.row(item, job.input) : { Item: label }), Reason: note };
  });
  return { name: `${fileName(job.name)} - failed.csv`, type: CSV, content: csvFile(records) };
}

/** Saves the file that a job has made. */
export async function saveJobFile(job: Job): Promise<void> {
  const file = await fileOf(job);
  if (file) saveFile(file);
}

async function fileOf(job: Job) {
  const kind = await kindOf(job.kind);
  const results = await store.results(job.id);
  return kind?.file?.(
    results.flatMap(({ data }) => (data === undefined ? [] : [data])),
    job.input,
  );
}
