import { type Contact, contactOperations } from '#contract/contacts.ts';
import { groupOperations } from '#contract/groups.ts';
import { optOutOperations } from '#contract/optOuts.ts';
import { ApiError } from '#dashboard/lib/ApiError.ts';
import { type Context, done, type Outcome, skipped } from '#dashboard/jobs/job.ts';
import { overPeople, type Person } from '#dashboard/jobs/people.ts';

/** What is done with each of many contacts. */
export type ContactsChange =
  | { what: 'tag'; tags: string[] }
  | { what: 'untag'; tags: string[] }
  | { what: 'flag'; flagged: boolean }
  | { what: 'addToGroup'; group: { id: number; name: string } }
  | { what: 'removeFromGroup'; group: { id: number; name: string } }
  | { what: 'optOut' }
  | { what: 'delete' };

/** After so long somebody else may have changed the tags: PUT replaces them all, so they are read again. */
const FRESH_MS = 2 * 60_000;

/** Every change can be made twice without harm, so one whose answer was lost is simply made again. */
export const changeContacts = overPeople<ContactsChange>({
  perform(person, context) {
    const { input } = context;
    if (input.what === 'tag' || input.what === 'untag') return retag(person, context, input.what, input.tags);
    if (input.what === 'flag') return flag(person, context, input.flagged);
    if (input.what === 'optOut') return optOut(person, context);
    if (input.what === 'delete') return remove(person, context);
    return regroup(person, context, input.what, input.group);
  },
  row: ({ name, phone }) => ({ Name: name, Phone: `+${phone}` }),
  touches: ({ what }) => [
    ['contacts'],
    ['tags'],
    what === 'delete' || what.endsWith('Group') ? ['groups'] : ['groups', 'members'],
    ['optOuts'],
  ],
});

type Doing = Context<ContactsChange>;

async function retag({ id, tags, readAt }: Person, { call }: Doing, what: 'tag' | 'untag', wanted: string[]) {
  const isFresh = Date.now() - readAt < FRESH_MS;
  const current = isFresh ? tags : (await call(contactOperations.get, { params: { id } })).tags;
  const next = what === 'tag' ? [...new Set([...current, ...wanted])] : current.filter((tag) => !wanted.includes(tag));
  if (next.length === current.length) return skipped(what === 'tag' ? 'Has it already.' : 'Does not have it.');
  await call(contactOperations.update, { params: { id }, body: { tags: next } });
  return done();
}

async function flag(person: Person, { call }: Doing, flagged: boolean): Promise<Outcome<Person>> {
  const { id }: Pick<Contact, 'id'> = person;
  await call(contactOperations.update, { params: { id }, body: { flagged } });
  return done();
}

async function optOut({ phone, opted_out }: Person, { call }: Doing) {
  if (opted_out) return skipped('Opted out already.');
  try {
    await call(optOutOperations.create, { body: { phone: `+${phone}` } });
    return done();
  } catch (error) {
    if (error instanceof ApiError && /already|taken/i.test(error.message)) return skipped('Opted out already.');
    throw error;
  }
}

async function remove({ id }: Person, { call }: Doing) {
  try {
    await call(contactOperations.delete, { params: { id } });
    return done();
  } catch (error) {
    if (error instanceof ApiError && error.status === 404) return done('It was gone already.');
    throw error;
  }
}

async function regroup(
  { id }: Person,
  { call }: Doing,
  what: 'addToGroup' | 'removeFromGroup',
  { id: group }: { id: number },
) {
  const params = { id: group, contact_id: id };
  if (what === 'addToGroup') await call(groupOperations.addContact, { params });
  else await call(groupOperations.removeContact, { params });
  return done();
}
