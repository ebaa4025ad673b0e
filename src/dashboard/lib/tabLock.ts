const NAME = 'switchboard-tab-';

/** This tab, for as long as it lives. */
export const tab: string = crypto.getRandomValues(new Uint32Array(2)).join('-');

// Held until the tab is gone, however it ends; nothing ever releases it.
if (typeof navigator !== 'undefined' && navigator.locks) {
  void navigator.locks.request(NAME + tab, () => new Promise<never>(() => undefined)).catch(() => undefined);
}

/** Whether the tab is still open somewhere. Where the browser can't tell, only this one is. */
export async function isOpen(other: string): Promise<boolean> {
  if (other === tab) return true;
  if (typeof navigator === 'undefined' || !navigator.locks) return false;
  const { held = [] } = await navigator.locks.query();
  return held.some(({ name }) => name === NAME + other);
}
