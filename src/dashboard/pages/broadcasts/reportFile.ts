import type { Broadcast } from '#contract/broadcasts.ts';
import { outcomeWords, type ReportRow } from '#dashboard/lib/broadcastReport.ts';
import { csvFile } from '#dashboard/lib/csv.ts';

const COLUMNS = ['Person', 'Phone', 'Outcome', 'Reason', 'Reply', 'Replied at', 'Opted out at', 'Sent at'];

/** The rows that the screen shows as a CSV file; its name tells when it is not all yet. */
export const reportFile = ({ id }: Broadcast, rows: readonly ReportRow[], isWhole: boolean) => ({
  name: `broadcast-${id}${isWhole ? '' : '-incomplete'}.csv`,
  type: 'text/csv;charset=utf-8',
  content: csvFile(rows.map(record), COLUMNS),
});

const record = ({ name, phone, outcome, reason, reply, optedOutAt, at }: ReportRow): Record<string, string> => ({
  Person: name,
  Phone: phone,
  Outcome: outcomeWords[outcome],
  Reason: reason ?? '',
  Reply: reply?.text ?? '',
  'Replied at': reply?.at ?? '',
  'Opted out at': optedOutAt ?? '',
  'Sent at': at ?? '',
});
