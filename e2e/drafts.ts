import type { Page } from '@playwright/test';

/** The texts of all drafts as they are kept on the device. */
export const draftsOnDevice = (page: Page) =>
  page.evaluate(async () => {
    const opening = indexedDB.open('switchboard-texts');
    const db = await new Promise<IDBDatabase>((resolve) => (opening.onsuccess = () => resolve(opening.result)));
    const all = db.transaction('drafts').objectStore('drafts').getAll();
    const drafts = await new Promise<{ text: string }[]>((resolve) => (all.onsuccess = () => resolve(all.result)));
    db.close();
    return drafts.map(({ text }) => text);
  });
