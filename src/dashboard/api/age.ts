import { queryOptions } from '@tanstack/react-query';
import { asOfHeader } from '#contract/session.ts';
import { queryClient } from './queryClient.ts';

const KEY = ['age'];

/** Since when, in milliseconds since 1970, the service does not answer and what is shown may be older; null while it does. */
export const age = () =>
  queryOptions({
    queryKey: KEY,
    queryFn: (): number | null => null,
    initialData: null,
    enabled: false,
    gcTime: Infinity,
  });

/** Keeps from a fine reply of the API when it was read, where it stands in for one that did not come. */
export function noteAge(headers: Headers): void {
  const readAt = Date.parse(headers.get(asOfHeader) ?? '');
  const known = queryClient.getQueryData<number | null>(KEY) ?? null;
  if (!Number.isNaN(readAt)) queryClient.setQueryData(KEY, Math.min(readAt, known ?? readAt));
  else if (known !== null) queryClient.setQueryData(KEY, null);
}
