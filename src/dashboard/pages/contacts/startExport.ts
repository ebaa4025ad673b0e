import type { Contact } from '#contract/contacts.ts';
import { startJob } from '#dashboard/jobs/jobs.ts';
import { exportEntries } from '#dashboard/jobs/exporting.ts';
import type { Everybody } from '#dashboard/jobs/people.ts';
import { plural } from '#dashboard/lib/numbers.ts';
import type { Chosen } from '#dashboard/lib/useSelection.ts';

/** Makes a CSV file of the contacts that were chosen; it is saved when it is whole. */
export const startExport = (chosen: Chosen<Contact>, everybody: Everybody, many: number): Promise<string> =>
  startJob({
    kind: 'exportContacts',
    name: `Exporting ${plural(many, 'contact')}`,
    input: { name: 'contacts' },
    entries: exportEntries(chosen, everybody),
  });
