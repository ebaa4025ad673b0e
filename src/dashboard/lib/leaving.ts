import { useSyncExternalStore } from 'react';

/** Things that are about to be deleted: gone from view while Undo is offered, and back with it. */
export function leavingSet<Key>() {
  let keys: ReadonlySet<Key> = new Set();
  const listeners = new Set<() => void>();
  const set = (next: ReadonlySet<Key>) => {
    keys = next;
    for (const listener of listeners) listener();
  };
  const subscribe = (changed: () => void) => {
    listeners.add(changed);
    return () => listeners.delete(changed);
  };
  return {
    add: (key: Key) => set(new Set([...keys, key])),
    delete: (key: Key) => set(new Set([...keys].filter((other) => other !== key))),
    useKeys: () => useSyncExternalStore(subscribe, () => keys),
  };
}
