import type { MessageTemplate } from '#contract/messageTemplates.ts';
import { messageTemplates } from '#dashboard/api/messageTemplates.ts';
import { queryClient } from '#dashboard/api/queryClient.ts';
import { defer } from '#dashboard/lib/later.ts';
import { leavingSet } from '#dashboard/lib/leaving.ts';

const leaving = leavingSet<number>();

/** Templates that are about to be deleted. */
export const useLeaving = leaving.useKeys;

/** Deletes a template in 8 seconds, unless Undo is pressed. */
export function deleteTemplate({ id, title }: MessageTemplate, onUndo: () => void): void {
  const name = title.length > 40 ? `${title.slice(0, 40)}…` : title;
  leaving.add(id);
  defer({
    text: `“${name}” will be deleted`,
    failed: `“${name}” is not deleted`,
    onUndo: () => {
      leaving.delete(id);
      onUndo();
    },
    run: async () => {
      const mutation = queryClient.getMutationCache().build(queryClient, messageTemplates.remove());
      await mutation.execute(id).finally(() => leaving.delete(id));
    },
  });
}
