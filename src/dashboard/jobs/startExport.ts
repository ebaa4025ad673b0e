import type { Contact } from '#contract/contacts.ts';
import { startJob } from './jobs.ts';
import { exportEntries } from './exporting.ts';
import type { Everybody } from './people.ts';
import { plural } from '#dashboard/lib/numbers.ts';
import { fileName } from '#dashboard/lib/saveFile.ts';
import type { Chosen } from '#dashboard/lib/useSelection.ts';

/** Makes a CSV file of the contacts that were chosen; it is saved when it is whole. */
export const startExport = (
  chosen: Chosen<Contact>,
  everybody: Everybody,
  many: number,
  name = 'contacts',
): Promise<string> =>
  startJob({
    kind: 'exportContacts',
    name: `Exporting ${plural(many, 'contact')}`,
    input: { name: fileName(name) },
    entries: exportEntries(chosen, everybody),
  });
