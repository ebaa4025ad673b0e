import { z } from 'zod/mini';
import { exportedLists, type ListFilter, type ListName } from '#dashboard/jobs/exportedLists.ts';
import type { Entry, JobKind } from '#dashboard/jobs/job.ts';
import { csvFile } from '#dashboard/lib/csv.ts';
import { count } from '#dashboard/lib/numbers.ts';

export type ListExport = {
  list: ListName;
  filter: ListFilter;
  /** What the file is called. */
  name: string;
  /** Pages that the list itself looks through, where it does not look further. */
  most?: number;
};

/** `day`: of the service, where it lists by day. `known`: what the page before it told; `again`: it was read once before. */
export type ListPage = { page: number; day?: string; known?: { pages: number; total: number; again?: true } };

const PER_PAGE = 100;
const Rows = z.array(z.object({ key: z.string(), row: z.record(z.string(), z.string()) }));

/** Reads a list page by page and makes a CSV file of it, each row once. Reading twice is the same as once. */
export const exportList: JobKind<ListPage, ListExport> = {
  noun: 'page',
  label: ({ page }) => `Page ${page}`,
  async perform(item, { callPage, input: { list, filter, most = Infinity } }) {
    const paging = { page: item.page, per_page: PER_PAGE };
    const { rows, total } = await exportedLists[list]({ callPage, filter, paging, day: item.day });
    return { state: 'done', note: `${count(rows.length)} for the file`, data: rows, add: more(item, total, most) };
  },
  file: (data, { name }) => {
    // Read twice, the later reading counts.
    const once = new Map(data.flatMap((page) => Rows.parse(page)).map(({ key, row }) => [key, row]));
    return { name: `${name}.csv`, type: 'text/csv;charset=utf-8', content: csvFile([...once.values()]) };
  },
};

/** The pages that are still to be read: what comes meanwhile moves the last ones on, what goes pulls them over. */
function more({ page, known, ...day }: ListPage, total: number, most: number): Entry<ListPage>[] {
  const pages = Math.min(most, Math.ceil(total / PER_PAGE));
  const from = (start: number, next: NonNullable<ListPage['known']>) =>
    Array.from({ length: Math.max(0, pages + 1 - start) }, (_, n) => ({
      item: { ...day, page: start + n, known: next },
    }));
  if (!known) return from(2, { pages, total });
  if (page < known.pages) return [];
  if (pages > known.pages) return from(page + 1, { ...known, pages, total: Math.max(known.total, total) });
  // Once more, whoever goes while that is read.
  return total < known.total && !known.again ? from(1, { pages, total, again: true }) : [];
}
