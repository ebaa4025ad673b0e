import { useSyncExternalStore } from 'react';

let owner = '';
const listeners = new Set<() => void>();

const nameOf = (form: string) => `switchboard-draft/${owner}/${form}`;

/** Whose drafts are read and written from now on: on a shared device nobody sees another's. */
export function setDraftOwner(username: string): void {
  owner = username;
}

/** What was typed into `form` and not saved, kept on this device over reloads, crashes and sign-outs. Null: nothing. */
export function draftOf<Value>(form: string): Value | null {
  try {
    const kept = localStorage.getItem(nameOf(form));
    return kept === null ? null : (JSON.parse(kept) as Value);
  } catch {
    return null; // no storage here, or not what we wrote
  }
}

/** Keeps what is typed into `form`; null forgets it. */
export function keepDraft(form: string, value: unknown): void {
  try {
    if (value === null) localStorage.removeItem(nameOf(form));
    else localStorage.setItem(nameOf(form), JSON.stringify(value));
  } catch {
    // A full or forbidden storage costs the draft, never the form.
  }
  for (const listener of listeners) listener();
}

function subscribe(changed: () => void) {
  listeners.add(changed);
  return () => listeners.delete(changed);
}

/** Whether something is typed into `form` and not saved. */
export const useHasDraft = (form: string): boolean => useSyncExternalStore(subscribe, () => draftOf(form) !== null);
