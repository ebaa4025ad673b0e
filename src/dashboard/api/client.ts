import ky, { HTTPError, type Options, TimeoutError } from 'ky';
import { type Page, Refusal } from '#contract/common.ts';
import { readLiberally } from '#contract/liberal.ts';
import type { BodyInput, Operation, Params, QueryInput, Reply } from '#contract/operation.ts';
import { requestedWith, tabHeader } from '#contract/session.ts';
import { ApiError } from '#dashboard/lib/ApiError.ts';
import { retryAfter } from '#dashboard/lib/retryAfter.ts';
import { tab } from '#dashboard/lib/tabLock.ts';
import { noteBudget } from './budget.ts';
import { multipart } from './multipart.ts';

const TIMEOUT = 15_000;

/** Announced on `window` when the gateway no longer knows the session. */
export const SESSION_ENDED = 'switchboard:session-ended';

/** The only file that knows ky: every failure leaves it as an `ApiError`. */
export const client = ky.create({
  retry: 0, // React Query decides about retries
  timeout: TIMEOUT,
  headers: { [requestedWith.name]: requestedWith.value, [tabHeader]: tab },
  hooks: {
    afterResponse: [({ response }) => noteBudget(response.headers)],
    beforeError: [({ error }) => apiError(error)],
  },
});

/** Reads `error` from any refusal, else says what happened in words. An abort stays an abort. */
function apiError(error: Error): Error {
  if (error.name === 'AbortError') return error;
  if (error instanceof TimeoutError) return new ApiError(0, 'The service did not answer within 15 seconds.');
  if (!(error instanceof HTTPError)) return new ApiError(0, 'The service could not be reached.');
  const { status, headers } = error.response;
  const body = Refusal.safeParse(error.data);
  return new ApiError(status, body.success && body.data.error ? body.data.error : wording(status), retryAfter(headers));
}

function wording(status: number) {
  if (status === 401) return 'Your session has ended. Sign in again.';
  if (status === 404) return 'This does not exist, or no longer.';
  if (status === 413) return 'This is too large to send.';
  if (status === 429) return 'All requests of this hour are used.';
  return status >= 500 ? 'The service is in trouble and did not do this.' : 'The service refused this.';
}

type Arguments<O extends Operation> = {
  params?: Params<O['path']>;
  query?: Partial<QueryInput<O>>;
  body?: BodyInput<O>;
  signal?: AbortSignal | undefined;
};

/** `/groups/7/contacts/9` of `/groups/:id/contacts/:contact_id`. */
const filledIn = (path: string, params: unknown) =>
  Object.entries({ ...(params as object) }).reduce(
    (filled, [name, value]) => filled.replace(`:${name}`, String(value)),
    path,
  );

function searchParams(query: object | undefined) {
  const given = Object.entries(query ?? {}).filter(
    ([, value]) => value !== undefined && value !== null && value !== '',
  );
  return new URLSearchParams(given.map(([key, value]) => [key, String(value)]));
}

async function send<O extends Operation>({ method, path }: O, { params, query, body, signal }: Arguments<O>) {
  const options: Options = { method, searchParams: searchParams(query), ...(signal && { signal }) };
  const form = multipart(body);
  if (form) options.body = form;
  else if (body !== undefined) options.json = body;
  try {
    return await client(`/api${filledIn(path, params)}`, options);
  } catch (error) {
    if (error instanceof ApiError && error.status === 401) dispatchEvent(new Event(SESSION_ENDED));
    throw error;
  }
}

async function bodyOf(response: Response): Promise<unknown> {
  try {
    const text = await response.text();
    return text === '' ? undefined : JSON.parse(text);
  } catch (error) {
    if (error instanceof Error && error.name === 'AbortError') throw error;
    throw new ApiError(error instanceof SyntaxError ? 200 : 0, UNEXPECTED);
  }
}

const UNEXPECTED = 'The service answered something unexpected.';

function readReply<O extends Operation>({ reply }: O, body: unknown): Reply<O> {
  try {
    return readLiberally(reply, body) as Reply<O>;
  } catch {
    throw new ApiError(200, UNEXPECTED);
  }
}

/** What a call answers. A DELETE may answer nothing at all. */
type Answer<O extends Operation> = O['method'] extends 'DELETE' ? Reply<O> | undefined : Reply<O>;

/** Calls one operation of the contract. */
export async function call<O extends Operation>(operation: O, args: Arguments<O> = {}): Promise<Answer<O>> {
  const body = await bodyOf(await send(operation, args));
  if (operation.method === 'DELETE' && body === undefined) return undefined as Answer<O>;
  return readReply(operation, body) as Answer<O>;
}

type Item<O extends Operation> = Reply<O> extends (infer T)[] ? T : never;

/** Reads one page. `total` falls back on what the page itself tells when the service does not count. */
export async function callPage<O extends Operation & { paged: true }>(
  operation: O,
  args: Arguments<O> = {},
): Promise<Page<Item<O>>> {
  const response = await send(operation, args);
  const items = readReply(operation, await bodyOf(response)) as Item<O>[];
  const { page = 1, per_page = 25 } = { ...args.query } as { page?: number; per_page?: number };
  return { items, total: totalOf(response.headers, items.length, Number(page), Number(per_page)) };
}

/** Without `X-Total` a full page promises one more, a short one is the last. */
function totalOf(headers: Headers, items: number, page: number, perPage: number) {
  const stated = Number(headers.get('X-Total') ?? Number.NaN);
  if (Number.isInteger(stated) && stated >= 0) return stated;
  return (page - 1) * perPage + items + (items === perPage ? 1 : 0);
}
