import { type Contact, contactOperations } from '#contract/contacts.ts';
import { callPage } from '#dashboard/api/client.ts';
import { collect, PER_PAGE } from '#dashboard/api/collect.ts';
import { digitsOf } from '#dashboard/lib/phone.ts';

/** More pages than this are not read while somebody waits. */
const PATIENCE = 30;

const pagesOf = (total: number) => Math.ceil(total / PER_PAGE);

/** Whether it is cheaper to read all contacts once than to look for each of `many` numbers. */
export const whoIsKnown = (many: number, total: number): boolean =>
  pagesOf(total) <= many && pagesOf(total) <= PATIENCE;

/** Requests it takes to add `many` numbers, most of which are contacts. */
export const costOf = (many: number, total: number): number =>
  whoIsKnown(many, total) ? many + pagesOf(total) : many * 2;

/** Who has which number, of all contacts. */
export async function knownPeople(): Promise<Map<string, Contact>> {
  const { items } = await collect((page) => callPage(contactOperations.list, { query: { page, per_page: PER_PAGE } }));
  return new Map(items.map((contact) => [digitsOf(contact.phone), contact]));
}
