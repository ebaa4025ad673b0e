const NAME = 'switchboard-tab-';
const VISIBLE = 'switchboard-visible';

/** This tab, for as long as it lives. */
export const tab: string = crypto.getRandomValues(new Uint32Array(2)).join('-');

const hasLocks = typeof navigator !== 'undefined' && navigator.locks !== undefined;

// Held until the tab is gone, however it ends; nothing ever releases it.
if (hasLocks) {
  void navigator.locks.request(NAME + tab, () => new Promise<never>(() => undefined)).catch(() => undefined);
}

// Held while somebody can see this tab.
if (hasLocks && typeof document !== 'undefined') {
  const hold = () => {
    if (document.visibilityState !== 'visible') return;
    const hidden = new Promise<void>((resolve) => {
      document.addEventListener('visibilitychange', () => resolve(), { once: true });
    });
    void navigator.locks.request(VISIBLE, { mode: 'shared' }, () => hidden).catch(() => undefined);
  };
  document.addEventListener('visibilitychange', hold);
  hold();
}

/** Whether the tab is still open somewhere. Where the browser can't tell, only this one is. */
export async function isOpen(other: string): Promise<boolean> {
  if (other === tab) return true;
  return (await held()).includes(NAME + other);
}

/** Whether somebody can see one of this browser's tabs. Where the browser can't tell, this one counts alone. */
export async function isAnyVisible(): Promise<boolean> {
  if (document.visibilityState === 'visible') return true;
  return (await held()).includes(VISIBLE);
}

async function held(): Promise<string[]> {
  if (!hasLocks) return [];
  const { held: locks = [] } = await navigator.locks.query();
  return locks.flatMap(({ name }) => name ?? []);
}
