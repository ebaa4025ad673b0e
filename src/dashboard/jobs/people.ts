import { type Contact, contactOperations, type ContactScope } from '#contract/contacts.ts';
import { groupOperations } from '#contract/groups.ts';
import type { ContactListFilter } from '#dashboard/api/contacts.ts';
import type { Chosen } from '#dashboard/lib/useSelection.ts';
import { matches } from '#dashboard/lib/matches.ts';
import { northAmerican } from '#dashboard/lib/phone.ts';
import { personName } from '#dashboard/lib/personName.ts';
import { type Context, done, type Entry, type JobKind, type Outcome } from './job.ts';

/** What a job keeps of a contact: what it shows, and what it changes. */
export type Person = Pick<Contact, 'id' | 'phone' | 'tags' | 'flagged' | 'opted_out'> & {
  name: string;
  /** When this was read, in milliseconds since 1970. */
  readAt: number;
};

/** The contacts that a list shows, all of them. What the service can't filter by is filtered here. */
export type Everybody = {
  /** Of the whole account, or of this group. */
  list: Pick<ContactListFilter, 'q' | 'scope'> | { group: number };
  tag?: string;
  scope?: ContactScope;
  except?: readonly number[];
};

/** One page of `Everybody`. `first`: how many there were, and the newest of them, when the first page was read. */
export type PeoplePage = { page: number; of: Everybody; first?: { total: number; newest: number } };

const PER_PAGE = 100;

export const personOf = (contact: Contact, readAt: number): Person => {
  const { id, phone, tags, flagged, opted_out } = contact;
  return {
    id,
    phone,
    tags,
    flagged,
    opted_out,
    readAt,
    name: personName(contact) || northAmerican(phone) || `+${phone}`,
  };
};

/**
 * The entries of a job over the contacts that were chosen. All that match are read by the job itself, page by page.
 * `readAt`: when those at hand were read, where that is a while ago.
 */
export function entriesFor(
  chosen: Chosen<Contact>,
  everybody: Everybody,
  readAt = Date.now(),
): Entry<Person | PeoplePage>[] {
  if (chosen.kind === 'all') return [pageEntry({ page: 1, of: { ...everybody, except: chosen.except } })];
  return chosen.rows.map((contact) => ({ item: personOf(contact, readAt), key: String(contact.id) }));
}

/** Requests it takes to read `n` people. */
export const pagesFor = (n: number): number => Math.ceil(n / PER_PAGE);

const pageEntry = (page: PeoplePage): Entry<PeoplePage> => ({ item: page, step: true });

/** Whether a contact belongs to `Everybody`, as far as the service was not asked. */
const belongs = (contact: Contact, { except, ...what }: Everybody): boolean =>
  matches(contact, what) && !except?.includes(contact.id);

/** Reads one page; answers its contacts and the entries for the pages that are still to be read. */
export async function readPage<Input>({ page, of, first }: PeoplePage, { callPage }: Context<Input>) {
  const query = { page, per_page: PER_PAGE };
  const { items, total } = await ('group' in of.list
    ? callPage(groupOperations.contacts, { params: { id: of.list.group }, query })
    : callPage(contactOperations.list, { query: { ...of.list, ...query } }));
  const pages = Math.ceil(total / PER_PAGE);
  const now = first ?? { total, newest: Math.max(0, ...items.map(({ id }) => id)) };
  const from = (start: number, known = now) =>
    Array.from({ length: Math.max(0, pages + 1 - start) }, (_, n) => pageEntry({ page: start + n, of, first: known }));
  // Somebody left while it was read, so others may have moved to a page that was read before: once more.
  const again = first !== undefined && page === pages && total < first.total;
  return {
    // Who came later was not among those that somebody chose; in a group the order tells nothing of it.
    people: items.filter((contact) => belongs(contact, of) && ('group' in of.list || contact.id <= now.newest)),
    // The second reading is the last one, whoever leaves meanwhile.
    more: first === undefined ? from(2) : again ? from(1, { ...now, total: 0 }) : [],
  };
}

type OnPeople<Input> = Omit<JobKind<Person, Input>, 'noun' | 'label'>;

/** A kind that does something with each of many contacts, whether they are named or have to be found first. */
export function overPeople<Input>(kind: OnPeople<Input>): JobKind<Person | PeoplePage, Input> {
  const { lookUp, row } = kind;
  return {
    ...(kind.touches && { touches: kind.touches }),
    noun: 'contact',
    label: (item) => ('of' in item ? `Page ${item.page} of the contacts` : item.name),
    async perform(item, context) {
      if (!('of' in item)) return { contactId: item.id, ...(await kind.perform(item, context)) } as Outcome<Person>;
      const readAt = Date.now();
      const { people, more } = await readPage(item, context);
      // All pages before the first change: what is changed may move from page to page.
      const entries = people.map((contact) => ({ item: personOf(contact, readAt), key: String(contact.id) }));
      return { ...done(), add: [...more, ...entries] };
    },
    lookUp: async (item, context) =>
      'of' in item ? null : (((await lookUp?.(item, context)) as Outcome<Person>) ?? null),
    ...(row && {
      row: (item: Person | PeoplePage, input: Input) => ('of' in item ? {} : row(item, input)),
    }),
  };
}
