import type { Contact } from '#contract/contacts.ts';
import { noteReason } from '#dashboard/api/keepReason.ts';
import { block, optIn, optOut, patchOptedOut, unblock } from '#dashboard/api/textingRights.ts';
import { alertThat, defer, notify } from '#dashboard/lib/later.ts';

const why = (error: unknown) => (error instanceof Error ? error.message : 'unknown reason');

/** Opts a number out in 8 seconds, unless Undo is pressed; shown at once. */
export function optOutLater(contact: Contact, called: string): void {
  patchOptedOut(contact.id, true);
  defer({
    text: `${called} will be opted out`,
    run: () => optOut(contact),
    onUndo: () => void patchOptedOut(contact.id, false),
    failed: `${called} is not opted out`,
  });
}

/** Opts a number in again and keeps the reason in the notes, as they are then. Answers whether the service agreed. */
export async function allowAgain(contact: Contact, called: string, reason: string): Promise<boolean> {
  try {
    await optIn(contact);
  } catch (error) {
    alertThat(`${called} is still opted out: ${why(error)}`);
    return false;
  }
  await noteReason(contact.phone, 'Opted back in', reason);
  notify(`${called} can be texted again`);
  return true;
}

/** Blocks a number at once; Undo unblocks it. */
export async function blockNow(contact: Contact, called: string): Promise<void> {
  try {
    await block(contact);
    defer({ text: `${called} is blocked`, run: () => undefined, onUndo: () => void unblockNow(contact, called) });
  } catch (error) {
    alertThat(`${called} is not blocked: ${why(error)}`);
  }
}

export async function unblockNow(contact: Contact, called: string): Promise<void> {
  try {
    await unblock(contact);
    notify(`${called} is no longer blocked`);
  } catch (error) {
    alertThat(`${called} is still blocked: ${why(error)}`);
  }
}
