import { useSyncExternalStore } from 'react';

const NAME = 'switchboard-templates-used';
const MOST = 200;

type Used = ReadonlyMap<number, number>;
let used: Used | undefined;
const listeners = new Set<() => void>();

function read(): Used {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(NAME) ?? '[]');
    const pairs = Array.isArray(kept) ? kept.filter((pair): pair is [number, number] => isPair(pair)) : [];
    return new Map(pairs);
  } catch {
    return new Map(); // no storage here, or not what we wrote
  }
}

const isPair = (pair: unknown) =>
  Array.isArray(pair) && pair.length === 2 && pair.every((part) => typeof part === 'number');

const known = (): Used => (used ??= read());

/** Notes that a template was put into a text on this device just now. */
export function noteTemplateUsed(id: number): void {
  const rest = [...known()].filter(([other]) => other !== id);
  used = new Map([[id, Date.now()] as const, ...rest].slice(0, MOST));
  try {
    localStorage.setItem(NAME, JSON.stringify([...used]));
  } catch {
    // Without storage it is known until the page goes.
  }
  for (const listener of listeners) listener();
}

function subscribe(changed: () => void) {
  listeners.add(changed);
  return () => listeners.delete(changed);
}

/** When each template was last used on this device, by id, in milliseconds since 1970. */
export const useTemplatesUsed = (): Used => useSyncExternalStore(subscribe, known);

/** Those used last come first; the others keep their order. */
export const byLastUse = <T extends { id: number }>(templates: readonly T[], used: Used): T[] =>
  templates.toSorted((a, b) => (used.get(b.id) ?? 0) - (used.get(a.id) ?? 0));
