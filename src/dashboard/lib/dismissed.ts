import { useSyncExternalStore } from 'react';

const MOST = 500;

/** Ids that somebody has put aside on this device, the newest few hundred. */
export function dismissedIds(name: string) {
  const key = `switchboard-dismissed-${name}`;
  const listeners = new Set<() => void>();
  let ids = read(key);
  const subscribe = (changed: () => void) => {
    listeners.add(changed);
    return () => listeners.delete(changed);
  };
  return {
    use: () => useSyncExternalStore(subscribe, () => ids),
    set: (id: number, on: boolean) => {
      const rest = [...ids].filter((other) => other !== id);
      ids = new Set(on ? [...rest, id].slice(-MOST) : rest);
      try {
        localStorage.setItem(key, JSON.stringify([...ids]));
      } catch {
        // Without storage it holds until the page is left.
      }
      for (const listener of listeners) listener();
    },
  };
}

function read(key: string): ReadonlySet<number> {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? '[]');
    return new Set(Array.isArray(kept) ? kept.filter((id): id is number => typeof id === 'number') : []);
  } catch {
    return new Set();
  }
}
