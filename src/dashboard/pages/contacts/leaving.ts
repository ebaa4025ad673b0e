import { useSyncExternalStore } from 'react';
import type { Contact } from '#contract/contacts.ts';
import { contacts } from '#dashboard/api/contacts.ts';
import { queryClient } from '#dashboard/api/queryClient.ts';
import { defer } from '#dashboard/lib/later.ts';

let leaving: ReadonlySet<number> = new Set();
const listeners = new Set<() => void>();

function set(next: Iterable<number>) {
  leaving = new Set(next);
  for (const listener of listeners) listener();
}

function subscribe(changed: () => void) {
  listeners.add(changed);
  return () => listeners.delete(changed);
}

/** Contacts that are about to be deleted: gone from view, and back with Undo. */
export const useLeaving = (): ReadonlySet<number> => useSyncExternalStore(subscribe, () => leaving);

/** Deletes a contact in 8 seconds, unless Undo is pressed. */
export function deleteContact({ id }: Pick<Contact, 'id'>, name: string, onUndo?: () => void): void {
  const stay = () => set([...leaving].filter((other) => other !== id));
  set([...leaving, id]);
  defer({
    text: `${name} will be deleted`,
    failed: `${name} is not deleted`,
    onUndo: () => {
      stay();
      onUndo?.();
    },
    run: async () => {
      const mutation = queryClient.getMutationCache().build(queryClient, contacts.remove());
      await mutation.execute(id).finally(stay);
    },
  });
}
