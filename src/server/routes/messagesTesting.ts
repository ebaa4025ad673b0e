import { randomInt } from 'node:crypto';
import { expect, vi } from 'vitest';
import { Message } from '#contract/messages.ts';
import { z } from 'zod/mini';

type Request = (method: string, path: string, body?: unknown) => Response | Promise<Response>;

/** A mobile number that no other test uses. */
export const freshPhone = () => `+1303${randomInt(2_000_000, 9_989_999)}`;

/** The messages at `/api/messages<query>`. */
export const listOf = async (request: Request, query: string) =>
  z.array(Message).parse(await (await request('GET', `/api/messages${query}`)).json());

/** The statuses in a contact's thread, newest first. */
export const statusOf = async (request: Request, contactId: number) =>
  (await listOf(request, `/${contactId}`)).map(({ status }) => status);

/** Waits until `look` answers `expected`. */
export const until = <T>(look: () => Promise<T>, expected: T) =>
  vi.waitFor(async () => expect(await look()).toEqual(expected), { timeout: 15_000, interval: 50 });
