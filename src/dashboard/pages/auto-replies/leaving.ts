import { autoReplies } from '#dashboard/api/autoReplies.ts';
import { queryClient } from '#dashboard/api/queryClient.ts';
import { defer } from '#dashboard/lib/later.ts';
import { leavingSet } from '#dashboard/lib/leaving.ts';
import { quoted, type SwitchedText } from '#dashboard/ui/SwitchedTexts.tsx';

const leaving = leavingSet<number>();

/** Auto replies that are about to be deleted. */
export const useLeaving = leaving.useKeys;

/** Deletes an auto reply in 8 seconds, unless Undo is pressed. Until then it still answers. */
export function deleteAutoReply({ id, text, isActive }: SwitchedText): void {
  leaving.add(id);
  defer({
    text: `${quoted(text)} will be deleted${isActive ? '; nothing then answers by itself' : ''}`,
    failed: `${quoted(text)} is not deleted`,
    onUndo: () => leaving.delete(id),
    run: async () => {
      const mutation = queryClient.getMutationCache().build(queryClient, autoReplies.remove());
      await mutation.execute(id).finally(() => leaving.delete(id));
    },
  });
}
