import { mutationOptions, queryOptions } from '@tanstack/react-query';
import { z } from 'zod/mini';
import { CarriedText, OwnNumber, PhoneState } from '#contract/carrier.ts';
import { readLiberally } from '#contract/liberal.ts';
import { request } from './http.ts';

const all = ['carrier'] as const;
const POLL_MS = 1_500;

const read = async <T extends z.ZodMiniType>(schema: T, path: string, signal?: AbortSignal) =>
  readLiberally(schema, await (await request('GET', `/carrier/${path}`, { signal })).json());

const path = (phone: string) => `phones/${encodeURIComponent(phone).replace('%2B', '+')}`;

/** What a person's phone sends. */
export type FromPhone = { from: string; to: string; content: string; media_urls?: string[] };

/** A person's phone texts one of our numbers. */
export const textIn = (text: FromPhone) => request('POST', '/carrier/inbound', { body: text });

/** Switches a person's phone on or off, or makes it refuse what comes. */
export const switchPhone = (phone: string, state: PhoneState['state']) =>
  request('PUT', `/carrier/${path(phone)}`, { body: { state } });

/** The simulated phone network of the embedded server. It costs nothing of the budget. */
export const carrier = {
  all,

  /** What a phone received, oldest first; asked for again and again while it is looked at. */
  received: (phone: string) =>
    queryOptions({
      queryKey: [...all, 'received', phone] as const,
      queryFn: ({ signal }) => read(z.array(CarriedText), `${path(phone)}/messages`, signal),
      refetchInterval: POLL_MS,
      staleTime: 0,
    }),

  state: (phone: string) =>
    queryOptions({
      queryKey: [...all, 'state', phone] as const,
      queryFn: ({ signal }) => read(PhoneState, path(phone), signal),
    }),

  /** Our own numbers. */
  numbers: () =>
    queryOptions({
      queryKey: [...all, 'numbers'] as const,
      queryFn: ({ signal }) => read(z.array(OwnNumber), 'numbers', signal),
      staleTime: Infinity,
    }),

  text: () => mutationOptions({ mutationFn: textIn }),

  switch: (phone: string) =>
    mutationOptions({
      mutationFn: (state: PhoneState['state']) => switchPhone(phone, state),
      onSuccess: (_answer, state, _result, { client: cache }) =>
        cache.setQueryData(carrier.state(phone).queryKey, { state }),
    }),
};
