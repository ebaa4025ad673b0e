import { contactOperations as operations } from '#contract/contacts.ts';
import { callPage } from './client.ts';

const PER_PAGE = 100;

type Options = {
  /** Requests that may be made; it takes none beyond the first if that is not enough. */
  allowed: () => number;
  onProgress: (progress: { done: number; of: number }) => void;
  signal: AbortSignal;
};

/** The contacts with one of these numbers (digits); or how many requests it would take to find out. */
export type Existing = { contacts: [phone: string, id: number][] } | { needs: number };

/** Finds out which numbers are contacts already: by reading everybody, or by looking for each, whichever takes less. */
export async function whoExists(
  phones: readonly string[],
  { allowed, onProgress, signal }: Options,
): Promise<Existing> {
  const read = (page: number) =>
    callPage(operations.list, { query: { page, per_page: PER_PAGE }, background: true, signal });
  const first = await read(1);
  const pages = Math.max(1, Math.ceil(first.total / PER_PAGE));
  const needs = Math.min(pages - 1, phones.length);
  if (needs > allowed()) return { needs };
  const wanted = new Set(phones);
  const contacts: [string, number][] = [];
  const keep = ({ items }: typeof first) => {
    for (const { phone, id } of items) if (wanted.has(phone)) contacts.push([phone, id]);
  };
  keep(first);
  for (let done = 0; done < needs; done += 1) {
    onProgress({ done, of: needs });
    if (pages - 1 <= phones.length) keep(await read(done + 2));
    else keep(await callPage(operations.list, { query: { q: phones[done]!, per_page: 5 }, background: true, signal }));
  }
  return { contacts: [...new Map(contacts)] };
}
