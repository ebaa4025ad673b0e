import { type Contact, contactOperations as operations } from '#contract/contacts.ts';
import { limits } from '#contract/common.ts';
import { type NotedAct, withReason } from '#dashboard/lib/reasonNote.ts';
import { alertThat } from '#dashboard/lib/later.ts';
import { call } from './client.ts';
import { storeContact } from './contactCache.ts';
import { holder } from './holder.ts';
import { queryClient } from './queryClient.ts';

/** Two requests. */
async function keepReason({ id, phone }: Contact, act: NotedAct, reason: string): Promise<void> {
  const params = { id };
  // Read again: PUT replaces the notes, and somebody may have written there meanwhile.
  const { notes } = await call(operations.get, { params });
  const next = withReason(notes, act, reason);
  if (next.length > limits.notesLength)
    throw new Error('The notes of the contact are full, so the reason is not kept.');
  const contact = await call(operations.update, { params, body: { notes: next } });
  // A read that began before the change would put the notes back as they were.
  await queryClient.cancelQueries({ queryKey: holder(phone).queryKey });
  storeContact(queryClient, contact);
  queryClient.setQueryData(holder(phone).queryKey, contact);
}

/** Notes with whoever has the number why it was opted out and the like; says so where that can't be kept. */
export async function noteReason(phone: string, act: NotedAct, reason: string): Promise<void> {
  if (reason.trim() === '') return;
  try {
    const person = await queryClient.fetchQuery(holder(phone));
    if (person) await keepReason(person, act, reason);
    else alertThat('No contact has this number, so the reason is not kept anywhere.');
  } catch (error) {
    alertThat(`The reason is not kept: ${error instanceof Error ? error.message : 'unknown reason'}`);
  }
}
