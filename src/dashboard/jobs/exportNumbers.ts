import { alertThat } from '#dashboard/lib/later.ts';
import { plural } from '#dashboard/lib/numbers.ts';
import { startJob } from './jobs.ts';

const PER_PAGE = 100;

/** Begins a CSV file of the opt-outs or blocked numbers that a list shows. */
export async function exportNumbers(from: 'optOuts' | 'blockedNumbers', q: string, total: number): Promise<void> {
  const [one, name] = from === 'optOuts' ? ['opt-out', 'opt-outs'] : ['blocked number', 'blocked numbers'];
  try {
    await startJob({
      kind: 'exportNumbers',
      name: `Exporting ${plural(total, one)}`,
      input: { from, q, name },
      entries: Array.from({ length: Math.ceil(total / PER_PAGE) }, (_, n) => ({ item: { page: n + 1 } })),
    });
  } catch (error) {
    alertThat(`Not exported: ${error instanceof Error ? error.message : 'unknown reason'}`);
  }
}
