import { z } from 'zod/mini';
import { limits } from '#contract/common.ts';
import { hasWords, type ReportRow, type Show, shows } from '#dashboard/lib/broadcastReport.ts';
import { params } from '#dashboard/lib/urlState.ts';

/** What the address says about a report. */
export const ReportState = z.object({
  show: z.optional(z.enum(['delivered', 'failed', 'waiting', 'replied', 'opted_out', 'left_out'])),
  q: z._default(z.string().check(z.maxLength(limits.nameLength)), ''),
  page: params.page,
  per_page: params.perPage,
});
export type ReportState = z.output<typeof ReportState>;

export const tabs: readonly { value: Show | undefined; label: string }[] = [
  { value: undefined, label: 'All' },
  { value: 'delivered', label: 'Delivered' },
  { value: 'failed', label: 'Failed' },
  { value: 'waiting', label: 'On its way' },
  { value: 'replied', label: 'Replied' },
  { value: 'opted_out', label: 'Opted out after' },
  { value: 'left_out', label: 'Left out' },
];

/** The people that the address asks for, all of them. */
export const shownRows = (rows: readonly ReportRow[], { show, q }: Pick<ReportState, 'show' | 'q'>): ReportRow[] =>
  rows.filter((row) => (show === undefined || shows[show](row)) && (q === '' || hasWords(row, q)));
