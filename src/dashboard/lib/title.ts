import { useEffect, useSyncExternalStore } from 'react';

let parts: readonly string[] = [];
let unread = 0;
const listeners = new Set<() => void>();

function show() {
  const title = [...parts.filter(Boolean), 'Switchboard'].join(' · ');
  document.title = unread > 0 ? `(${unread}) ${title}` : title;
  const icon = document.querySelector<HTMLLinkElement>('link[rel="icon"]');
  if (icon) icon.href = unread > 0 ? '/icon-unread.svg' : '/icon.svg';
}

/** Names the tab: `useTitle('Dana Reyes', 'Inbox')` shows `Dana Reyes · Inbox · Switchboard`. */
export function useTitle(...names: string[]): void {
  const joined = names.join('\0');
  useEffect(() => {
    parts = joined.split('\0');
    show();
  }, [joined]);
}

/** Tells the tab's title, its icon and the navigation how many conversations are unread. */
export function setUnread(count: number): void {
  if (count === unread) return;
  unread = count;
  show();
  for (const listener of listeners) listener();
}

function subscribe(changed: () => void) {
  listeners.add(changed);
  return () => listeners.delete(changed);
}

/** The number that `setUnread` told last. */
export const useUnread = (): number => useSyncExternalStore(subscribe, () => unread);
