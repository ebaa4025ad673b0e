import { groups } from '#dashboard/api/groups.ts';
import { queryClient } from '#dashboard/api/queryClient.ts';
import { defer } from '#dashboard/lib/later.ts';
import { leavingSet } from '#dashboard/lib/leaving.ts';

const leaving = leavingSet<string>();

const keyOf = (groupId: number, contactId: number) => `${groupId}/${contactId}`;

/** Tells of a person whether they are about to leave the group. */
export function useLeavingMembers(groupId: number): (contactId: number) => boolean {
  const keys = leaving.useKeys();
  return (contactId) => keys.has(keyOf(groupId, contactId));
}

type Leaver = { groupId: number; groupName: string; contactId: number; name: string };

/** Takes a person out of a group in 8 seconds, unless Undo is pressed. The person stays. */
export function removeMember({ groupId, groupName, contactId, name }: Leaver): void {
  const key = keyOf(groupId, contactId);
  leaving.add(key);
  defer({
    text: `${name} will leave ${groupName}`,
    failed: `${name} is still in ${groupName}`,
    onUndo: () => leaving.delete(key),
    run: async () => {
      const mutation = queryClient.getMutationCache().build(queryClient, groups.removeMember(groupId));
      await mutation.execute(contactId).finally(() => leaving.delete(key));
    },
  });
}
