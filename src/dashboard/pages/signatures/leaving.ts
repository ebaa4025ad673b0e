import { messageSignatures } from '#dashboard/api/messageSignatures.ts';
import { queryClient } from '#dashboard/api/queryClient.ts';
import { defer } from '#dashboard/lib/later.ts';
import { leavingSet } from '#dashboard/lib/leaving.ts';
import { quoted, type SwitchedText } from '#dashboard/ui/SwitchedTexts.tsx';

const leaving = leavingSet<number>();

/** Signatures that are about to be deleted. */
export const useLeaving = leaving.useKeys;

/** Deletes a signature in 8 seconds, unless Undo is pressed. Until then texts still carry it. */
export function deleteSignature({ id, text, isActive }: SwitchedText): void {
  leaving.add(id);
  defer({
    text: `${quoted(text)} will be deleted${isActive ? '; texts then leave unsigned' : ''}`,
    failed: `${quoted(text)} is not deleted`,
    onUndo: () => leaving.delete(id),
    run: async () => {
      const mutation = queryClient.getMutationCache().build(queryClient, messageSignatures.remove());
      await mutation.execute(id).finally(() => leaving.delete(id));
    },
  });
}
