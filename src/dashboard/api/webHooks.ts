import { mutationOptions, queryOptions } from '@tanstack/react-query';
import { readLiberally } from '#contract/liberal.ts';
import { Received, ReceivedWhole } from '#contract/received.ts';
import {
  type WebHook,
  type WebHookChange,
  type WebHookInput,
  webHookOperations as operations,
} from '#contract/webHooks.ts';
import { call, callPage } from './client.ts';
import { request } from './http.ts';
import { z } from 'zod/mini';

/** A hook as pages may hold it: its secret is fetched when somebody asks for it, and kept nowhere. */
export type KnownWebHook = Omit<WebHook, 'secret'>;

const withoutSecret = ({ secret: _secret, ...hook }: WebHook): KnownWebHook => hook;

const PER_PAGE = 100;
const POLL_MS = 2_000;

const all = ['webHooks'] as const;

export const webHooks = {
  all,

  /** All of them: nobody has more than a hundred. */
  list: () =>
    queryOptions({
      queryKey: [...all, 'list'] as const,
      queryFn: async ({ signal }) => {
        const page = await callPage(operations.list, { query: { per_page: PER_PAGE }, signal });
        return { ...page, items: page.items.map(withoutSecret) };
      },
    }),

  detail: (id: number) =>
    queryOptions({
      queryKey: [...all, 'detail', id] as const,
      queryFn: async ({ signal }) => withoutSecret(await call(operations.get, { params: { id }, signal })),
      staleTime: 60_000,
    }),

  create: () =>
    mutationOptions({
      mutationFn: async (body: WebHookInput) => withoutSecret(await call(operations.create, { body })),
      meta: { invalidates: [all] },
    }),

  /** Only the address can be changed. */
  save: (id: number) =>
    mutationOptions({
      mutationFn: async (body: WebHookChange) => withoutSecret(await call(operations.update, { params: { id }, body })),
      meta: { invalidates: [all] },
    }),

  remove: () =>
    mutationOptions({
      mutationFn: async (id: number) => void (await call(operations.delete, { params: { id } })),
      meta: { invalidates: [[...all, 'list']] },
    }),
};

/** The secret of a hook, for the one who asked and no cache. */
export const secretOf = async (id: number): Promise<string> => (await call(operations.get, { params: { id } })).secret;

/** What arrived at this installation's own receiver; costs nothing of the budget. */
export const received = {
  list: () =>
    queryOptions({
      queryKey: ['received'] as const,
      queryFn: async ({ signal }) =>
        readLiberally(z.array(Received), await (await request('GET', '/hooks/received', { signal })).json()),
      refetchInterval: POLL_MS,
      staleTime: 0,
    }),

  one: (id: number) =>
    queryOptions({
      queryKey: ['received', id] as const,
      queryFn: async ({ signal }) =>
        readLiberally(ReceivedWhole, await (await request('GET', `/hooks/received/${id}`, { signal })).json()),
      gcTime: 60_000,
    }),
};
