import { useEffect, useLayoutEffect, useRef, useSyncExternalStore } from 'react';
import { isTyping, keyOf, KeySequence } from './keys.ts';

export type Shortcut = {
  /** `g i`, `/`, `mod+k`. */
  keys: string;
  /** What it does, as the list of shortcuts says it. */
  label: string;
};
type Registered = Shortcut & { run: () => void; whileTyping: boolean };

const registered = new Set<Registered>();
const listeners = new Set<() => void>();
let snapshot: readonly Shortcut[] = [];
const sequence = new KeySequence();

function changed() {
  snapshot = [...registered];
  for (const listener of listeners) listener();
}

function onKeyDown(event: KeyboardEvent) {
  const key = keyOf(event);
  if (!key || event.defaultPrevented || event.isComposing) return;
  const typing = isTyping(event.target) || document.querySelector('[aria-modal="true"]') !== null;
  const usable = [...registered].filter((shortcut) => !typing || shortcut.whileTyping);
  const match = sequence.press(key, new Set(usable.map(({ keys }) => keys)), event.timeStamp);
  // The one registered last belongs to what is on top.
  const shortcut = usable.findLast(({ keys }) => keys === match);
  if (!shortcut) return;
  event.preventDefault();
  shortcut.run();
}

type Options = {
  /** False takes it out of service and off the list. */
  enabled?: boolean;
  /** Fires in fields and dialogs too; only for combinations with Ctrl or ⌘. */
  whileTyping?: boolean;
};

/** Runs `run` on a key or two in a row (`g i`), never while somebody types. Listed under `?` as `label`. */
export function useShortcut(keys: string, label: string, run: () => void, options: Options = {}): void {
  const { enabled = true, whileTyping = false } = options;
  const latest = useRef(run);
  useEffect(() => {
    latest.current = run;
  });
  // Before it is painted: what can be seen can be used.
  useLayoutEffect(() => {
    if (!enabled) return;
    const shortcut: Registered = { keys, label, whileTyping, run: () => latest.current() };
    if (registered.size === 0) document.addEventListener('keydown', onKeyDown);
    registered.add(shortcut);
    changed();
    return () => {
      registered.delete(shortcut);
      if (registered.size === 0) document.removeEventListener('keydown', onKeyDown);
      changed();
    };
  }, [keys, label, enabled, whileTyping]);
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Every shortcut that works now. */
export const useShortcuts = (): readonly Shortcut[] => useSyncExternalStore(subscribe, () => snapshot);
