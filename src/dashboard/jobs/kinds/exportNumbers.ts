import { z } from 'zod/mini';
import { blockedNumberOperations } from '#contract/blockedNumbers.ts';
import { optOutOperations } from '#contract/optOuts.ts';
import { csvFile } from '#dashboard/lib/csv.ts';
import { plural } from '#dashboard/lib/numbers.ts';
import type { Context, JobKind } from '#dashboard/jobs/job.ts';

export type NumbersExport = { from: 'optOuts' | 'blockedNumbers'; q: string; name: string };

const Rows = z.array(z.record(z.string(), z.string()));

/** Reads opt-outs or blocked numbers page by page and makes a CSV file of them, each number once. */
export const exportNumbers: JobKind<{ page: number }, NumbersExport> = {
  noun: 'page',
  label: ({ page }) => `Page ${page}`,
  async perform({ page }, context) {
    const data = await rowsOf(page, context);
    return { state: 'done', note: plural(data.length, 'number'), data };
  },
  file: (data, { name }) => {
    const once = new Map(data.flatMap((page) => Rows.parse(page)).map((row) => [row['Phone'], row]));
    return { name: `${name}.csv`, type: 'text/csv;charset=utf-8', content: csvFile([...once.values()]) };
  },
};

async function rowsOf(page: number, { callPage, input: { from, q } }: Context<NumbersExport>) {
  const query = { ...(q && { q }), page, per_page: 100 };
  if (from === 'blockedNumbers') {
    const { items } = await callPage(blockedNumberOperations.list, { query });
    return items.map(({ phone, created_at }) => ({ Phone: `+${phone}`, Blocked: created_at }));
  }
  const { items } = await callPage(optOutOperations.list, { query });
  return items.map(({ phone, opt_in, created_at, updated_at }) => ({
    Phone: `+${phone}`,
    State: opt_in ? 'opted back in' : 'opted out',
    'Opted out': created_at,
    'Last changed': updated_at,
  }));
}
