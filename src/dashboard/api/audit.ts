import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { type AuditEntry, type AuditFilter, AuditPage } from '#contract/audit.ts';
import { readLiberally } from '#contract/liberal.ts';
import { request } from './http.ts';

export type AuditListFilter = Partial<AuditFilter>;

const AT_ONCE = 1_000;

async function read(filter: AuditListFilter, signal?: AbortSignal): Promise<AuditPage> {
  const given = Object.entries(filter).filter(([, value]) => value !== undefined && value !== '');
  const query = new URLSearchParams(given.map(([name, value]) => [name, String(value)]));
  return readLiberally(AuditPage, await (await request('GET', `/session/writes?${query}`, { signal })).json());
}

/** What was written through the gateway; costs nothing of the budget. */
export const audit = {
  list: (filter: AuditListFilter) =>
    queryOptions({
      queryKey: ['audit', filter] as const,
      queryFn: ({ signal }) => read(filter, signal),
      placeholderData: keepPreviousData,
      staleTime: 0,
    }),

  /** One entry; null: it is no longer kept. */
  entry: (id: number) =>
    queryOptions({
      queryKey: ['audit', 'entry', id] as const,
      queryFn: async ({ signal }): Promise<AuditEntry | null> => {
        const { entries } = await read({ before: id + 1, per_page: 1 }, signal);
        return entries.find((entry) => entry.id === id) ?? null;
      },
      staleTime: 0,
    }),
};

/** Every entry that matches, for a file; each once, also while new ones come in. */
export async function everyEntry(filter: AuditListFilter): Promise<AuditEntry[]> {
  const entries: AuditEntry[] = [];
  for (;;) {
    const before = entries.at(-1)?.id;
    const found = await read({ ...filter, before, per_page: AT_ONCE });
    entries.push(...found.entries);
    if (found.entries.length < AT_ONCE) return entries;
  }
}
