import { contactOperations } from '#contract/contacts.ts';
import { type Context, done, type JobKind, type Outcome, skipped } from '#dashboard/jobs/job.ts';
import { type PeoplePage, type Person, personOf, readPage } from '#dashboard/jobs/people.ts';

/** Tags that become another, or with null none. */
export type Retagging = { from: readonly string[]; to: string | null };

/** After so long somebody else may have changed the tags: PUT replaces them all, so they are read again. */
const FRESH_MS = 30_000;

/**
 * Renames, merges or removes tags, which the API knows only as words at each contact: finds whoever carries one of them
 * among all contacts, then writes their tags anew. Doing one twice is the same as once.
 */
export const retag: JobKind<Person | PeoplePage, Retagging> = {
  noun: 'contact',
  label: (item) => ('of' in item ? `Page ${item.page} of the contacts` : item.name),
  perform: (item, context) => ('of' in item ? readCarriers(item, context) : change(item, context)),
  row: (item) => ('of' in item ? {} : { Name: item.name, Phone: `+${item.phone}` }),
  touches: () => [['tags'], ['contacts']],
};

async function readCarriers(page: PeoplePage, context: Context<Retagging>): Promise<Outcome<Person | PeoplePage>> {
  const readAt = Date.now();
  const { people, more } = await readPage(page, context);
  const carriers = people.filter(({ tags }) => tags.some((tag) => context.input.from.includes(tag)));
  const entries = carriers.map((contact) => ({ item: personOf(contact, readAt), key: String(contact.id) }));
  return { ...done(), add: [...more, ...entries] };
}

async function change({ id, tags, readAt }: Person, { call, input }: Context<Retagging>): Promise<Outcome<Person>> {
  const isFresh = Date.now() - readAt < FRESH_MS;
  const current = isFresh ? tags : (await call(contactOperations.get, { params: { id } })).tags;
  if (!current.some((tag) => input.from.includes(tag)))
    return { ...skipped('Does not have it any more.'), contactId: id };
  await call(contactOperations.update, { params: { id }, body: { tags: retagged(current, input) } });
  return { ...done(), contactId: id };
}

/** The tags after it, each once, in the order they had. */
export const retagged = (tags: readonly string[], { from, to }: Retagging): string[] => [
  ...new Set(tags.flatMap((tag) => (!from.includes(tag) ? tag : to === null ? [] : to))),
];
