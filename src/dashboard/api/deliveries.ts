import { mutationOptions, queryOptions } from '@tanstack/react-query';
import { type Delivery, deliveryOperations as operations } from '#contract/deliveries.ts';
import { callPage, call } from './client.ts';

const POLL_MS = 2_000;
const PER_PAGE = 100;

const all = ['deliveries'] as const;

/** What the embedded server's web hooks were sent. A hosted service does not tell. */
export const deliveries = {
  list: (hookId: number) =>
    queryOptions({
      queryKey: [...all, hookId] as const,
      queryFn: ({ signal }) =>
        callPage(operations.list, { params: { id: hookId }, query: { per_page: PER_PAGE }, signal }),
      refetchInterval: POLL_MS,
      staleTime: 0,
    }),

  redeliver: (hookId: number) =>
    mutationOptions({
      mutationFn: ({ id }: Pick<Delivery, 'id'>) =>
        call(operations.redeliver, { params: { id: hookId, delivery_id: id } }),
      meta: { invalidates: [[...all, hookId]] },
    }),

  test: (hookId: number) =>
    mutationOptions({
      mutationFn: () => call(operations.test, { params: { id: hookId } }),
      meta: { invalidates: [[...all, hookId]] },
    }),
};
