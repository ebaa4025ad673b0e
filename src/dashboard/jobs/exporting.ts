import type { Contact } from '#contract/contacts.ts';
import { csvLine } from '#dashboard/lib/csv.ts';
import { joinTags } from '#dashboard/lib/tagList.ts';
import type { Chosen } from '#dashboard/lib/useSelection.ts';
import type { Entry } from './job.ts';
import type { Everybody, PeoplePage } from './people.ts';

/** People of an export: those at hand, or a page that is still to be read. */
export type ExportItem = PeoplePage | { contacts: readonly Contact[] };

const AT_ONCE = 500;

/** The entries of an export of the contacts that were chosen. */
export function exportEntries(chosen: Chosen<Contact>, everybody: Everybody): Entry<ExportItem>[] {
  if (chosen.kind === 'all') return [{ item: { page: 1, of: { ...everybody, except: chosen.except } } }];
  const { rows } = chosen;
  return Array.from({ length: Math.ceil(rows.length / AT_ONCE) }, (_, n) => ({
    item: { contacts: rows.slice(n * AT_ONCE, (n + 1) * AT_ONCE) },
  }));
}

/** The columns of a file of contacts. `Import CSV` knows each of them by its name. */
const contactColumns: readonly (readonly [name: string, value: (contact: Contact) => string])[] = [
  ['First name', ({ first_name }) => first_name ?? ''],
  ['Last name', ({ last_name }) => last_name ?? ''],
  ['Phone', ({ phone }) => `+${phone}`],
  ['Country', ({ country }) => country],
  ['Business', ({ business_name }) => business_name ?? ''],
  ['Tags', ({ tags }) => joinTags(tags)],
  ['Notes', ({ notes }) => notes ?? ''],
  ['Flagged', ({ flagged }) => (flagged ? 'yes' : '')],
  ['Opted out', ({ opted_out }) => (opted_out ? 'yes' : '')],
  ['Type', ({ line_type }) => line_type ?? ''],
  ['Added', ({ created_at }) => created_at],
  ['Id', ({ id }) => String(id)],
];

/** The file of an export, each contact once. */
export function contactsCsv(contacts: readonly Contact[]): string {
  const once = new Map(contacts.map((contact) => [contact.id, contact]));
  const lines = [...once.values()].map((contact) => csvLine(contactColumns.map(([, value]) => value(contact))));
  return `\uFEFF${csvLine(contactColumns.map(([name]) => name))}${lines.join('')}`;
}
