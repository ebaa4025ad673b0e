import { queryOptions } from '@tanstack/react-query';
import { limits } from '#contract/common.ts';
import type { Contact } from '#contract/contacts.ts';
import { type Group, groupOperations as operations } from '#contract/groups.ts';
import { alertThat, defer } from '#dashboard/lib/later.ts';
import { callPage } from './client.ts';
import { groups } from './groups.ts';
import { queryClient } from './queryClient.ts';

type Who = Pick<Contact, 'id'>;
/** The groups a contact is known to be in; `complete` once all were looked through. */
export type Known = { groups: readonly Group[]; complete: boolean };

const NOTHING: Known = { groups: [], complete: false };

/** The service tells who is in a group, not which groups somebody is in: this is what has been seen so far. */
export const groupsOf = (contactId: number) =>
  queryOptions({
    queryKey: ['groups', 'of', contactId],
    queryFn: (): Known => NOTHING,
    initialData: NOTHING,
    enabled: false,
    gcTime: Infinity,
  });

const note = ({ id }: Who, change: (known: Known) => Known) =>
  queryClient.setQueryData(groupsOf(id).queryKey, (known = NOTHING) => change(known));

const noteIn = (who: Who, group: Group) =>
  note(who, (known) => ({ ...known, groups: [...known.groups.filter(({ id }) => id !== group.id), group] }));
const noteOut = (who: Who, group: Group) =>
  note(who, (known) => ({ ...known, groups: known.groups.filter(({ id }) => id !== group.id) }));

const add = ({ id }: Who, group: Group) =>
  queryClient.getMutationCache().build(queryClient, groups.addMember(group.id)).execute(id);
const remove = ({ id }: Who, group: Group) =>
  queryClient.getMutationCache().build(queryClient, groups.removeMember(group.id)).execute(id);

const why = (error: unknown) => (error instanceof Error ? error.message : 'unknown reason');

/** Shows a membership ahead of the answer, takes it back if refused, and answers whether it was not. */
async function settle(show: () => void, act: () => Promise<unknown>, takeBack: () => void, failed: string) {
  show();
  try {
    await act();
    return true;
  } catch (error) {
    takeBack();
    alertThat(`${failed}: ${why(error)}`);
    return false;
  }
}

const join = (who: Who, group: Group) =>
  settle(
    () => noteIn(who, group),
    () => add(who, group),
    () => noteOut(who, group),
    `Not added to ${group.name}`,
  );
const leave = (who: Who, group: Group) =>
  settle(
    () => noteOut(who, group),
    () => remove(who, group),
    () => noteIn(who, group),
    `Still in ${group.name}`,
  );

/** Adds a contact to a group at once; Undo takes them out again. */
export async function joinGroup(who: Who, group: Group): Promise<void> {
  if (!(await join(who, group))) return;
  defer({ text: `Added to ${group.name}`, run: () => undefined, onUndo: () => void leave(who, group) });
}

/** Takes a contact out of a group at once; Undo puts them back. */
export async function leaveGroup(who: Who, group: Group): Promise<void> {
  if (!(await leave(who, group))) return;
  defer({ text: `Taken out of ${group.name}`, run: () => undefined, onUndo: () => void join(who, group) });
}

const pagesOf = ({ size }: Group) => Math.ceil(size / limits.perPage.max);

/** How many requests it takes at most to look through these groups. */
export const costOfLooking = (all: readonly Group[]): number => all.reduce((sum, group) => sum + pagesOf(group), 0);

/** Looks through groups, page by page, for those the contact is in. */
export async function lookForGroups(who: Who, all: readonly Group[], tell: (progress: string) => void): Promise<void> {
  try {
    for (const [index, group] of all.entries()) {
      tell(`Looking in ${index + 1} of ${all.length} groups…`);
      if (await isIn(who, group)) noteIn(who, group);
    }
    note(who, (known) => ({ ...known, complete: true }));
  } catch (error) {
    alertThat(`Not all groups were looked through: ${why(error)}`);
  }
}

async function isIn({ id }: Who, group: Group): Promise<boolean> {
  for (let page = 1; page <= pagesOf(group); page += 1) {
    const { items } = await callPage(operations.contacts, {
      params: { id: group.id },
      query: { page, per_page: limits.perPage.max },
    });
    if (items.some((member) => member.id === id)) return true;
    if (items.length < limits.perPage.max) return false;
  }
  return false;
}
