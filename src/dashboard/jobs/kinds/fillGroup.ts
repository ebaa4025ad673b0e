import { contactOperations } from '#contract/contacts.ts';
import { groupOperations } from '#contract/groups.ts';
import { ApiError } from '#dashboard/lib/ApiError.ts';
import type { Numbered } from '#dashboard/lib/numbersIn.ts';
import { digitsOf } from '#dashboard/lib/phone.ts';
import { type Context, done, type JobKind } from '#dashboard/jobs/job.ts';

/** `id` of the contact who has the number, where that is known already; null: nobody has it. */
export type NewMember = Numbered & { id?: number | null; name?: string };
type Input = { id: number; name: string };

/**
 * Puts numbers into a group: whoever has one, or a contact made for it. Each step looks at what is there first, so one
 * whose answer was lost is simply done again: nobody is made or added twice.
 */
export const fillGroup: JobKind<NewMember, Input> = {
  noun: 'number',
  label: ({ digits, name, first_name, last_name }) =>
    name || [first_name, last_name].filter(Boolean).join(' ') || `+${digits}`,
  async perform(item, context) {
    const { call, input } = context;
    const { id, isNew } = await idOf(item, context);
    await call(groupOperations.addContact, { params: { id: input.id, contact_id: id } });
    return { ...done(isNew ? 'A contact was made for the number.' : undefined), contactId: id };
  },
  // The group takes the same contact twice without harm; only who it is has to be looked up.
  lookUp: async (item, context) => fillGroup.perform({ ...withoutId(item) }, context),
  row: ({ digits, first_name = '', last_name = '' }) => ({
    Phone: `+${digits}`,
    'First name': first_name,
    'Last name': last_name,
  }),
  touches: ({ id }) => [['groups', 'members', id], ['groups', 'detail', id], ['groups', 'list'], ['contacts']],
};

const withoutId = ({ id, ...item }: NewMember): NewMember => (id ? { ...item, id } : item);

async function idOf(item: NewMember, context: Context<Input>): Promise<{ id: number; isNew: boolean }> {
  if (item.id) return { id: item.id, isNew: false };
  const known = item.id === undefined ? await find(item.digits, context) : undefined;
  if (known !== undefined) return { id: known, isNew: false };
  const { digits, first_name, last_name } = item;
  try {
    const body = { phone: `+${digits}`, ...(first_name && { first_name }), ...(last_name && { last_name }) };
    return { id: (await context.call(contactOperations.create, { body })).id, isNew: true };
  } catch (error) {
    // Somebody made it meanwhile.
    const holder = isTaken(error) ? await find(digits, context) : undefined;
    if (holder === undefined) throw error;
    return { id: holder, isNew: false };
  }
}

const isTaken = (error: unknown) => error instanceof ApiError && error.status === 422 && /taken/.test(error.message);

async function find(digits: string, { callPage }: Context<Input>): Promise<number | undefined> {
  const { items } = await callPage(contactOperations.list, { query: { q: digits, per_page: 5 } });
  return items.find(({ phone }) => digitsOf(phone) === digits)?.id;
}
