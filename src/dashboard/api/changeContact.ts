import type { Contact, ContactChange } from '#contract/contacts.ts';
import { alertThat, defer } from '#dashboard/lib/later.ts';
import { contacts } from './contacts.ts';
import { queryClient } from './queryClient.ts';

const change = (id: number, to: ContactChange) =>
  queryClient.getMutationCache().build(queryClient, contacts.change(id)).execute(to);

const told = (error: unknown) =>
  void alertThat(`Not changed: ${error instanceof Error ? error.message : 'unknown reason'}`);

type Change = {
  to: ContactChange;
  /** What takes it back, seen from how the contact is by then. */
  back: (now: Contact) => ContactChange;
  /** What the toast says: `Tag “VIP” added`. */
  said: string;
};

/** Changes a contact at once and offers the way back for some seconds. Answers whether the service agreed. */
export async function changeContact({ id }: Pick<Contact, 'id'>, { to, back, said }: Change): Promise<boolean> {
  try {
    await change(id, to);
  } catch (error) {
    told(error);
    return false;
  }
  const onUndo = () => {
    const now = queryClient.getQueryData(contacts.detail(id).queryKey);
    if (now) change(id, back(now)).catch(told);
  };
  defer({ text: said, run: () => undefined, onUndo });
  return true;
}
