import { useSyncExternalStore } from 'react';
import { draftOf, keepDraft } from '#dashboard/lib/formDraft.ts';

/** What a phone sent from here; the network itself remembers only what phones received. */
export type OwnText = { content: string; picture: boolean; at: string };

const KEPT = 'simulator-sent';
const PER_PHONE = 50;
const NONE: readonly OwnText[] = [];

let sent: Readonly<Record<string, readonly OwnText[]>> = draftOf<Record<string, OwnText[]>>(KEPT) ?? {};
const listeners = new Set<() => void>();

/** Remembers, for this tab, that `phone` sent something. */
export function noteSent(phone: string, text: Omit<OwnText, 'at'>): void {
  const texts = [...(sent[phone] ?? NONE), { ...text, at: new Date().toISOString() }].slice(-PER_PHONE);
  sent = { ...sent, [phone]: texts };
  keepDraft(KEPT, sent);
  for (const listener of listeners) listener();
}

function subscribe(changed: () => void) {
  listeners.add(changed);
  return () => listeners.delete(changed);
}

export const useOwnTexts = (phone: string): readonly OwnText[] =>
  useSyncExternalStore(subscribe, () => sent[phone] ?? NONE);
