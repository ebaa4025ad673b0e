import type { Group } from '#contract/groups.ts';
import { groups } from '#dashboard/api/groups.ts';
import { queryClient } from '#dashboard/api/queryClient.ts';
import { defer } from '#dashboard/lib/later.ts';
import { leavingSet } from '#dashboard/lib/leaving.ts';
import { plural } from '#dashboard/lib/numbers.ts';

const leaving = leavingSet<number>();

/** Groups that are about to be deleted. */
export const useLeaving = leaving.useKeys;

/** Deletes a group in 8 seconds, unless Undo is pressed. Its people stay. */
export function deleteGroup({ id, name, size }: Pick<Group, 'id' | 'name' | 'size'>, onUndo?: () => void): void {
  leaving.add(id);
  defer({
    text: `The group ${name} will be deleted${size > 0 ? `; its ${plural(size, 'contact')} stay` : ''}`,
    failed: `The group ${name} is not deleted`,
    onUndo: () => {
      leaving.delete(id);
      onUndo?.();
    },
    run: async () => {
      const mutation = queryClient.getMutationCache().build(queryClient, groups.remove());
      await mutation.execute({ id, withContacts: false }).finally(() => leaving.delete(id));
    },
  });
}
