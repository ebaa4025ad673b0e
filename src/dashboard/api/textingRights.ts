import { queryOptions } from '@tanstack/react-query';
import { type BlockedNumber, blockedNumberOperations as blocking } from '#contract/blockedNumbers.ts';
import { type Contact, contactOperations } from '#contract/contacts.ts';
import { type OptOut, optOutOperations as leaving } from '#contract/optOuts.ts';
import { ApiError } from '#dashboard/lib/ApiError.ts';
import { e164 } from '#dashboard/lib/phone.ts';
import { call, callPage } from './client.ts';
import { patchContact, restore, storeContact } from './contactCache.ts';
import { queryClient } from './queryClient.ts';

type Of = Pick<Contact, 'id' | 'phone'>;

const same = (phone: string) => (entry: { phone: string }) => e164(entry.phone) === e164(phone);

/** The entry that blocks a number; null when it is not blocked. Asked for only where somebody wants to know. */
export const blocked = (phone: string) =>
  queryOptions({
    queryKey: ['blockedNumbers', 'of', phone],
    queryFn: async ({ signal }): Promise<BlockedNumber | null> => {
      const { items } = await callPage(blocking.list, { query: { q: phone }, signal });
      return items.find(same(phone)) ?? null;
    },
    staleTime: 10 * 60_000,
  });

/** Keeps the organisation from texting a number. */
export async function optOut({ id, phone }: Of): Promise<void> {
  const before = patchOptedOut(id, true);
  try {
    await call(leaving.create, { body: { phone: e164(phone) }, keepalive: true });
  } catch (error) {
    // Somebody else has done it meanwhile.
    if (error instanceof ApiError && error.status === 422 && /taken/.test(error.message)) return;
    restore(queryClient, before);
    throw error;
  }
}

/** Lets the organisation text a number again that had opted out. */
export async function optIn({ id, phone }: Of): Promise<void> {
  const { items } = await callPage(leaving.list, { query: { q: phone } });
  const entry: OptOut | undefined = items.find((item) => same(phone)(item) && !item.opt_in);
  if (!entry) return seeWhetherOptedOut(id);
  const before = patchOptedOut(id, false);
  try {
    await call(leaving.update, { params: { id: entry.id }, body: { opt_in: true } });
  } catch (error) {
    restore(queryClient, before);
    throw error;
  }
}

/** Nothing is left to be undone: a colleague may have done it. Throws where the service still says otherwise. */
async function seeWhetherOptedOut(id: number): Promise<void> {
  const contact = await call(contactOperations.get, { params: { id } });
  storeContact(queryClient, contact);
  if (contact.opted_out) throw new Error('the service has no entry of it that could be changed');
}

/** Shows the state ahead of the answer. */
export const patchOptedOut = (id: number, to: boolean) => patchContact(queryClient, id, { opted_out: to });

/** Refuses texts from a number and to it. */
export async function block({ phone }: Of): Promise<void> {
  const entry = await call(blocking.create, { body: { phone: e164(phone) } });
  queryClient.setQueryData(blocked(phone).queryKey, entry);
}

export async function unblock({ phone }: Of): Promise<void> {
  const entry = await queryClient.fetchQuery({ ...blocked(phone), staleTime: 0 });
  if (entry) await call(blocking.delete, { params: { id: entry.id } });
  queryClient.setQueryData(blocked(phone).queryKey, null);
}
