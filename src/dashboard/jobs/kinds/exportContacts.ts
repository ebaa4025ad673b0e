import { Contact } from '#contract/contacts.ts';
import { contactsCsv, type ExportItem } from '#dashboard/jobs/exporting.ts';
import type { JobKind } from '#dashboard/jobs/job.ts';
import { readPage } from '#dashboard/jobs/people.ts';
import { plural } from '#dashboard/lib/numbers.ts';
import { z } from 'zod/mini';

const Contacts = z.array(Contact);

/** Reads contacts page by page and makes a CSV file of them. Reading twice is the same as once. */
export const exportContacts: JobKind<ExportItem, { name: string }> = {
  noun: 'page',
  label: (item) => ('of' in item ? `Page ${item.page}` : plural(item.contacts.length, 'contact')),
  async perform(item, context) {
    if (!('of' in item)) return { state: 'done', note: plural(item.contacts.length, 'contact'), data: item.contacts };
    const { people, more } = await readPage(item, context);
    const add = more.map(({ item: page }) => ({ item: page }));
    return { state: 'done', note: plural(people.length, 'contact'), data: people, add };
  },
  file: (data, { name }) => ({
    name: `${name}.csv`,
    type: 'text/csv;charset=utf-8',
    content: contactsCsv(data.flatMap((page) => Contacts.parse(page))),
  }),
};
