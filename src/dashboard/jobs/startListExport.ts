import { alertThat } from '#dashboard/lib/later.ts';
import { plural } from '#dashboard/lib/numbers.ts';
import { utcDaysOf } from './exportedLists.ts';
import { startJob } from './jobs.ts';
import type { ListExport } from './kinds/exportList.ts';

/** Begins a CSV file of a list; it is saved when it is whole. */
export async function startListExport(input: ListExport, total: number, [one, many]: readonly [string, string]) {
  const { date } = input.filter;
  try {
    await startJob({
      kind: 'exportList',
      name: `Exporting ${plural(total, one, many)}`,
      input,
      entries: date ? utcDaysOf(date).map((day) => ({ item: { page: 1, day } })) : [{ item: { page: 1 } }],
    });
  } catch (error) {
    alertThat(`Not exported: ${error instanceof Error ? error.message : 'unknown reason'}`);
  }
}
