import { type Contact, type ContactChange, contactOperations } from '#contract/contacts.ts';
import { groupOperations } from '#contract/groups.ts';
import { optOutOperations } from '#contract/optOuts.ts';
import { type Context, failed, type JobKind, type Outcome, skipped } from '#dashboard/jobs/job.ts';
import { ApiError } from '#dashboard/lib/ApiError.ts';
import type { ImportRow } from '#dashboard/lib/importRows.ts';
import { personName } from '#dashboard/lib/personName.ts';

/** A row of the file; `isNew`, or the contact that has its number, where that was looked up before. */
export type ImportItem = ImportRow & { isNew?: true; existing?: number };

export type ImportInput = {
  columns: string[];
  /** What is done with somebody who is there already. */
  exists: 'skip' | 'update' | 'group';
  /** For all of them. */
  tags: string[];
  group: { id: number; name: string } | null;
};

type Found = { id: number; was: 'created' | 'there' };
type Doing = Context<ImportInput>;

/** Makes a contact of each row, or does with the one who is there what was chosen. */
export const importContacts: JobKind<ImportItem, ImportInput> = {
  noun: 'row',
  label: ({ n, phone, ...row }) => {
    const { first_name = null, last_name = null, business_name = null } = row;
    const name = personName({ first_name, last_name, business_name }) || (phone === null ? '' : `+${phone}`);
    return `Row ${n}${name && ` · ${name}`}`;
  },
  async perform(item, context) {
    if (item.problem !== undefined || item.phone === null) return failed(item.problem ?? 'It has no phone number.');
    if (item.twinOf !== undefined) return skipped(`The same number as row ${item.twinOf}.`);
    const found = (context.kept as Found | undefined) ?? (await find(item, item.phone, context));
    const outcome =
      found.was === 'created' ? await complete(item, found.id, context) : await meet(item, found.id, context);
    return { ...outcome, contactId: found.id };
  },
  /** Finds the contact by its number: made just before the answer was lost, it is not made again. */
  async lookUp(item, context) {
    if (context.kept !== undefined || item.phone === null || item.existing !== undefined) return null;
    const contact = await byPhone(item.phone, context);
    if (contact && isOurs(item, contact, context))
      await context.keep({ id: contact.id, was: 'created' } satisfies Found);
    return null;
  },
  row: ({ cells }, { columns }) => Object.fromEntries(columns.map((column, at) => [column, cells[at] ?? ''])),
  touches: () => [['contacts'], ['tags'], ['groups'], ['optOuts']],
};

/** Makes the contact, or finds the one who has the number. What is found is kept, so that no later step makes it again. */
async function find(item: ImportItem, phone: string, context: Doing): Promise<Found> {
  if (item.existing !== undefined) return { id: item.existing, was: 'there' };
  const found = await create(item, phone, context);
  await context.keep(found);
  return found;
}

async function create(item: ImportItem, phone: string, context: Doing): Promise<Found> {
  const { country, first_name, last_name, business_name, tags = [] } = item;
  const body = { country, first_name, last_name, business_name, tags: [...new Set([...tags, ...context.input.tags])] };
  try {
    const { id } = await context.call(contactOperations.create, { body: { ...body, phone: `+${phone}` } });
    return { id, was: 'created' };
  } catch (error) {
    if (!(error instanceof ApiError) || error.status !== 422 || !/taken|exist/i.test(error.message)) throw error;
    const holder = await byPhone(phone, context);
    if (!holder) throw error;
    return { id: holder.id, was: 'there' };
  }
}

/** What making a contact has no room for. */
async function complete(item: ImportItem, id: number, context: Doing): Promise<Outcome<ImportItem>> {
  const { notes, flagged } = item;
  await optOut(item, context);
  if (notes !== undefined || flagged) {
    const body = { ...(notes !== undefined && { notes }), ...(flagged && { flagged }) };
    await context.call(contactOperations.update, { params: { id }, body });
  }
  await join(id, context);
  return { state: 'done', note: withGroup('Created', context) };
}

/** Does with somebody who is there already what was chosen. */
async function meet(item: ImportItem, id: number, context: Doing): Promise<Outcome<ImportItem>> {
  const { exists, group } = context.input;
  if (exists === 'skip') return skipped('This number is among your contacts already.');
  if (exists === 'group') {
    if (!group) return skipped('This number is among your contacts already.');
    await join(id, context);
    return { state: 'done', note: `Was there already; added to ${group.name}` };
  }
  await optOut(item, context);
  const current = await context.call(contactOperations.get, { params: { id } });
  await context.call(contactOperations.update, { params: { id }, body: changeOf(item, current, context.input.tags) });
  await join(id, context);
  return { state: 'done', note: withGroup('Updated', context) };
}

/** What the row says; what it leaves empty stays, and no tag is taken away. */
const changeOf = (row: ImportItem, { tags }: Contact, more: readonly string[]): ContactChange => ({
  first_name: row.first_name,
  last_name: row.last_name,
  business_name: row.business_name,
  notes: row.notes,
  flagged: row.flagged,
  tags: [...new Set([...tags, ...(row.tags ?? []), ...more])],
});

/** Before all else, so that nobody is texted in between; who has opted out already stays so. */
async function optOut({ phone, opted_out }: ImportItem, { call }: Doing) {
  if (!opted_out || phone === null) return;
  try {
    await call(optOutOperations.create, { body: { phone: `+${phone}` } });
  } catch (error) {
    if (!(error instanceof ApiError && error.status === 422 && /taken|already/i.test(error.message))) throw error;
  }
}

async function join(id: number, { call, input: { group } }: Doing) {
  if (group) await call(groupOperations.addContact, { params: { id: group.id, contact_id: id } });
}

const withGroup = (what: string, { input: { group } }: Doing) => (group ? `${what} and added to ${group.name}` : what);

async function byPhone(phone: string, { callPage }: Doing): Promise<Contact | undefined> {
  const { items } = await callPage(contactOperations.list, { query: { q: phone, per_page: 25 } });
  return items.find((contact) => contact.phone === phone);
}

/** A contact that was not there before, or came up since the job began with the very name of the row. */
function isOurs(item: ImportItem, contact: Contact, { startedAt }: Doing): boolean {
  if (item.isNew) return true;
  const named = (['first_name', 'last_name', 'business_name'] as const).every(
    (key) => (contact[key] ?? '') === (item[key] ?? ''),
  );
  // Ten minutes for clocks that differ.
  return named && Date.parse(contact.created_at) >= startedAt - 10 * 60_000;
}
