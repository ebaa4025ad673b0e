import { keepPreviousData, mutationOptions, queryOptions } from '@tanstack/react-query';
import {
  type MessageTemplateChange,
  type MessageTemplateInput,
  messageTemplateOperations as operations,
} from '#contract/messageTemplates.ts';
import type { QueryInput } from '#contract/operation.ts';
import { call, callPage } from './client.ts';

export type TemplateListFilter = Partial<QueryInput<typeof operations.list>>;

const SEARCHED = 100;
const STALE = 5 * 60_000;

const all = ['messageTemplates'] as const;

export const messageTemplates = {
  all,

  /** One page. Each template on it is whole, so opening one of them costs no request. */
  list: (filter: TemplateListFilter) =>
    queryOptions({
      queryKey: [...all, 'list', filter] as const,
      queryFn: async ({ signal, client: cache }) => {
        const page = await callPage(operations.list, { query: filter, signal });
        for (const each of page.items) cache.setQueryData(messageTemplates.detail(each.id).queryKey, each);
        return page;
      },
      placeholderData: keepPreviousData,
      staleTime: STALE,
    }),

  detail: (id: number) =>
    queryOptions({
      queryKey: [...all, 'detail', id] as const,
      queryFn: ({ signal }) => call(operations.get, { params: { id }, signal }),
      staleTime: STALE,
    }),

  /** The first hundred: what a picker searches through without asking again. */
  picker: () =>
    queryOptions({
      queryKey: [...all, 'picker'],
      queryFn: ({ signal }) => callPage(operations.list, { query: { per_page: SEARCHED }, signal }),
      staleTime: STALE,
    }),

  create: () =>
    mutationOptions({
      mutationFn: (body: MessageTemplateInput) => call(operations.create, { body }),
      onSuccess: (made, _input, _result, { client: cache }) =>
        cache.setQueryData(messageTemplates.detail(made.id).queryKey, made),
      meta: {
        invalidates: [
          [...all, 'list'],
          [...all, 'picker'],
        ],
      },
    }),

  save: (id: number) =>
    mutationOptions({
      mutationFn: (body: MessageTemplateChange) => call(operations.update, { params: { id }, body }),
      onSuccess: (saved, _input, _result, { client: cache }) =>
        cache.setQueryData(messageTemplates.detail(id).queryKey, saved),
      meta: {
        invalidates: [
          [...all, 'list'],
          [...all, 'picker'],
        ],
      },
    }),

  remove: () =>
    mutationOptions({
      mutationFn: (id: number) => call(operations.delete, { params: { id } }),
      onSuccess: (_answer, id, _result, { client: cache }) =>
        cache.removeQueries({ queryKey: messageTemplates.detail(id).queryKey }),
      meta: {
        invalidates: [
          [...all, 'list'],
          [...all, 'picker'],
        ],
      },
    }),
};
