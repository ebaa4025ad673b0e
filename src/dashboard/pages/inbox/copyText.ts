import { alertThat } from '#dashboard/lib/later.ts';

/** Puts a text on the clipboard; answers whether it is there. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    alertThat('Not copied: the browser did not allow it. Select the text and copy it.');
    return false;
  }
}
