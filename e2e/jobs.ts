import { expect, type Page } from '@playwright/test';

/** Opens the report of a job once it is over. */
export async function reportOf(page: Page, name: RegExp): Promise<void> {
  await page.goto('/jobs');
  // In the list, not in the header; and by its address, for it moves within the list once the job is over.
  const address = await page.getByRole('main').getByRole('link', { name }).first().getAttribute('href');
  await page.goto(address ?? '/jobs');
  await expect(page.getByRole('main').getByRole('region', { name })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Pause' })).toHaveCount(0, { timeout: 300_000 });
}

/** What the dashboard keeps of a job, as far as tests look at it. */
export type KeptJob = {
  id: string;
  name: string;
  state: string;
  done: number;
  skipped: number;
  failed: number;
  total: number;
  createdAt: number;
  finishedAt?: number;
  waiting?: { for: string; until?: number };
};

/** The jobs on this device, out of the browser's database. */
export const keptJobs = (page: Page): Promise<KeptJob[]> =>
  page.evaluate(
    () =>
      new Promise<KeptJob[]>((resolve, reject) => {
        const opening = indexedDB.open('switchboard-jobs', 1);
        opening.addEventListener('error', () => reject(new Error('no jobs are kept')));
        opening.addEventListener('success', () => {
          const reading = opening.result.transaction('jobs').objectStore('jobs').getAll();
          reading.addEventListener('success', () => {
            opening.result.close();
            resolve(reading.result);
          });
        });
      }),
  );

/** The newest job, once it has come so far. */
export async function newestJob(page: Page): Promise<KeptJob> {
  const jobs = await keptJobs(page);
  const job = jobs.toSorted((a, b) => a.createdAt - b.createdAt).at(-1);
  if (!job) throw new Error('there is no job');
  return job;
}
