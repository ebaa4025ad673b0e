import { groups } from '#dashboard/api/groups.ts';
import { queryClient } from '#dashboard/api/queryClient.ts';
import { defer } from '#dashboard/lib/later.ts';
import { leavingSet } from '#dashboard/lib/leaving.ts';

const leaving = new Map<number, ReturnType<typeof leavingSet<number>>>();

function leavingOf(groupId: number) {
  const known = leaving.get(groupId) ?? leavingSet<number>();
  leaving.set(groupId, known);
  return known;
}

/** People who are about to leave the group. */
export const useLeavingMembers = (groupId: number): ReadonlySet<number> => leavingOf(groupId).useKeys();

type Leaver = { groupId: number; groupName: string; contactId: number; name: string };

/** Takes a person out of a group in 8 seconds, unless Undo is pressed. The person stays. */
export function removeMember({ groupId, groupName, contactId, name }: Leaver): void {
  const going = leavingOf(groupId);
  going.add(contactId);
  defer({
    text: `${name} will leave ${groupName}`,
    failed: `${name} is still in ${groupName}`,
    onUndo: () => going.delete(contactId),
    run: async () => {
      const mutation = queryClient.getMutationCache().build(queryClient, groups.removeMember(groupId));
      await mutation.execute(contactId).finally(() => going.delete(contactId));
    },
  });
}
