import { mutationOptions, type QueryClient, queryOptions } from '@tanstack/react-query';
import { readLiberally } from '#contract/liberal.ts';
import type { z } from 'zod/mini';
import { type Credentials, type DemoSignIn, Session } from '#contract/session.ts';
import { ApiError } from '#dashboard/lib/ApiError.ts';
import { forgetPage } from '#dashboard/lib/keptPage.ts';
import { request } from './http.ts';

const read = async (reply: Promise<Response>): Promise<Session> => {
  const response = await reply;
  try {
    return readLiberally(Session, await response.json());
  } catch {
    throw new ApiError(200, 'The service answered something unexpected.');
  }
};

/** Something else may be at this address by now, or ask who one is before it: that is to be seen after a reload. */
async function notOurs(error: unknown): Promise<never> {
  if (navigator.onLine) await forgetPage();
  throw error;
}

/** Who is signed in and what this installation can do. */
export const session = {
  current: () =>
    queryOptions({
      queryKey: ['session'],
      // Without the signal: routes wait for it, and a page that goes away must not take it from them.
      queryFn: () => read(request('GET', '/session')).catch(notOurs),
      staleTime: Infinity,
      gcTime: Infinity,
    }),

  signIn: () =>
    mutationOptions({
      mutationFn: (input: Credentials | z.output<typeof DemoSignIn>) =>
        read(request('POST', '/session', { body: input })),
      onSuccess: (current, _input, _result, { client: cache }) =>
        cache.setQueryData(session.current().queryKey, current),
    }),

  /** Lets messages arrive by themselves from now on; an event tells every tab. */
  turnOnLive: () =>
    mutationOptions({
      mutationFn: () => request('POST', '/live'),
      onSuccess: (_reply, _input, _result, { client: cache }) => liveTold(cache, true),
    }),

  /** Ends the session here and at the gateway. Who calls it empties the cache. */
  signOut: () => mutationOptions({ mutationFn: () => request('DELETE', '/session') }),
};

/** Messages do, or no longer do, arrive by themselves. Whether this person may turn that on, the gateway says. */
export function liveTold(cache: QueryClient, on: boolean): void {
  const { queryKey } = session.current();
  if (on) cache.setQueryData(queryKey, (old) => old && { ...old, live: true, canTurnOnLive: false });
  else void cache.invalidateQueries({ queryKey });
}
