import { keepPreviousData, mutationOptions, queryOptions } from '@tanstack/react-query';
import type { PhoneNumberInput } from '#contract/blockedNumbers.ts';
import type { Page } from '#contract/common.ts';
import type { QueryInput } from '#contract/operation.ts';
import { type OptOut, optOutOperations as operations } from '#contract/optOuts.ts';
import { isOfWeek, isRecent } from '#dashboard/lib/week.ts';
import { call, callPage } from './client.ts';
import { PER_PAGE } from './collect.ts';

/** What a list of opt-outs can be asked for. */
export type OptOutFilter = Partial<QueryInput<typeof operations.list>> & {
  /** Only those of the last seven days that did not opt in again. */
  week?: boolean;
};

/** So many pages are looked through for the last seven days. */
export const WEEK_PAGES = 10;

/** The service can't filter by time: the newest are read until one is older. */
async function readWeek({ q, page = 1, per_page = 25 }: OptOutFilter, signal: AbortSignal): Promise<Page<OptOut>> {
  const found = new Map<number, OptOut>();
  for (let read = 1; read <= WEEK_PAGES; read += 1) {
    const { items } = await callPage(operations.list, {
      query: { ...(q && { q }), page: read, per_page: PER_PAGE },
      signal,
    });
    for (const optOut of items) if (isOfWeek(optOut)) found.set(optOut.id, optOut);
    if (items.length < PER_PAGE || !isRecent(items.at(-1)?.created_at)) break;
  }
  const [from, many] = [(Number(page) - 1) * Number(per_page), Number(per_page)];
  return { items: [...found.values()].slice(from, from + many), total: found.size };
}

const all = ['optOuts'] as const;

/** Whether a contact can be texted is told with the contact. */
const meta = { invalidates: [all, ['contacts']] };

export const optOuts = {
  all,

  /** One page, newest first; also of those who opted in again. Each is whole, so opening one costs no request. */
  list: (filter: OptOutFilter) =>
    queryOptions({
      queryKey: [...all, 'list', filter] as const,
      queryFn: async ({ signal, client: cache }) => {
        const { week, ...query } = filter;
        const page = await (week ? readWeek(filter, signal) : callPage(operations.list, { query, signal }));
        for (const optOut of page.items) cache.setQueryData(optOuts.detail(optOut.id).queryKey, optOut);
        return page;
      },
      placeholderData: keepPreviousData,
    }),

  detail: (id: number) =>
    queryOptions({
      queryKey: [...all, 'detail', id] as const,
      queryFn: ({ signal }) => call(operations.get, { params: { id }, signal }),
    }),

  /** Also opts a number out that had opted in again. */
  create: () => mutationOptions({ mutationFn: (body: PhoneNumberInput) => call(operations.create, { body }), meta }),

  change: (id: number) =>
    mutationOptions({
      mutationFn: (opt_in: boolean) => call(operations.update, { params: { id }, body: { opt_in } }),
      onSuccess: (optOut: OptOut, _input, _result, { client: cache }) =>
        cache.setQueryData(optOuts.detail(id).queryKey, optOut),
      meta,
    }),

  /** Forgets that the number ever opted out; it may be texted again. */
  remove: () =>
    mutationOptions({
      mutationFn: (id: number) => call(operations.delete, { params: { id } }),
      meta,
    }),
};
