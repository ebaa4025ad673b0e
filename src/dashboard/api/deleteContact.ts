import { contacts } from './contacts.ts';
import { leavingSet } from '#dashboard/lib/leaving.ts';
import { defer } from '#dashboard/lib/later.ts';
import { queryClient } from './queryClient.ts';

const leavingPeople = leavingSet<number>();

/** People who are about to be deleted: gone from the inbox, and back with Undo. */
export const useLeavingPeople = leavingPeople.useKeys;

/** Deletes a contact and the conversation in 8 seconds, unless Undo is pressed. */
export function deleteContact(id: number, called: string, onUndo: () => void): void {
  leavingPeople.add(id);
  const stay = () => leavingPeople.delete(id);
  defer({
    text: `${called} and the conversation will be deleted`,
    failed: `${called} is not deleted`,
    onUndo: () => {
      stay();
      onUndo();
    },
    run: () => queryClient.getMutationCache().build(queryClient, contacts.remove()).execute(id).finally(stay),
  });
}
