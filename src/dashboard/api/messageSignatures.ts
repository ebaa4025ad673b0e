import { mutationOptions, queryOptions } from '@tanstack/react-query';
import {
  type MessageSignature,
  type MessageSignatureInput,
  messageSignatureOperations as operations,
} from '#contract/messageSignatures.ts';
import { ApiError } from '#dashboard/lib/ApiError.ts';
import { keepSignature, keptSignature } from '#dashboard/lib/keptSignature.ts';
import { call, callPage } from './client.ts';
import { restore } from './contactCache.ts';
import { queryClient } from './queryClient.ts';
import { session } from './session.ts';
import { showSwitched, type Switching } from './switching.ts';

/** More than anybody keeps; the active one must be among them. */
const MOST = 100;
const STALE = 10 * 60_000;

const all = ['messageSignatures'] as const;
const read = (signal: AbortSignal) => callPage(operations.list, { query: { per_page: MOST }, signal });
const account = () => queryClient.getQueryData(session.current().queryKey)?.user?.account_id;

/** The active one among all; a service without signatures appends none. */
async function readActive(signal: AbortSignal): Promise<string | null> {
  try {
    const { items } = await read(signal);
    return items.find(({ is_active }) => is_active)?.content ?? null;
  } catch (error) {
    if (error instanceof ApiError && [404, 405].includes(error.status)) return null;
    throw error;
  }
}

export const messageSignatures = {
  all,

  /** All of them, newest first. */
  list: () =>
    queryOptions({
      queryKey: [...all, 'list'] as const,
      queryFn: ({ signal }) => read(signal),
      staleTime: STALE,
    }),

  /** What the service appends to every text now; null when nothing. */
  active: () =>
    queryOptions({
      queryKey: [...all, 'active'],
      queryFn: async ({ signal }) => {
        const content = await readActive(signal);
        keepSignature(account(), content);
        return content;
      },
      initialData: () => keptSignature(account())?.content,
      initialDataUpdatedAt: () => keptSignature(account())?.at,
      // A change by anybody comes as an event.
      staleTime: 60 * 60_000,
    }),

  /** One as the service has it now, before somebody changes it; until then as it was listed. */
  detail: (id: number, listed?: MessageSignature) =>
    queryOptions({
      queryKey: [...all, 'detail', id] as const,
      queryFn: ({ signal }) => call(operations.get, { params: { id }, signal }),
      placeholderData: () => listed,
      staleTime: 0,
    }),

  create: () =>
    mutationOptions({
      mutationFn: (body: MessageSignatureInput) => call(operations.create, { body }),
      meta: { invalidates: [all] },
    }),

  save: (id: number) =>
    mutationOptions({
      mutationFn: (content: string) => call(operations.update, { params: { id }, body: { content } }),
      meta: { invalidates: [all] },
    }),

  /** Switches one on or off; shown at once, taken back if refused. */
  activate: () =>
    mutationOptions({
      mutationFn: ({ id, on }: Switching) => call(operations.update, { params: { id }, body: { is_active: on } }),
      onMutate: (switching, { client: cache }) =>
        showSwitched<MessageSignature>(cache, messageSignatures.list().queryKey, switching),
      onError: (_error, _switching, before, { client: cache }) => restore(cache, before),
      meta: { invalidates: [all] },
    }),

  remove: () =>
    mutationOptions({
      mutationFn: (id: number) => call(operations.delete, { params: { id } }),
      meta: { invalidates: [all] },
    }),
};
