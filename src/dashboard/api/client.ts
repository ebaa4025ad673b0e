import type { Page } from '#contract/common.ts';
import { readLiberally } from '#contract/liberal.ts';
import type { BodyInput, Operation, Params, QueryInput, Reply } from '#contract/operation.ts';
import { ApiError } from '#dashboard/lib/ApiError.ts';
import { type Manner, request, SESSION_ENDED } from './http.ts';
import { multipart } from './multipart.ts';

type Arguments<O extends Operation> = Manner & {
  params?: Params<O['path']>;
  query?: Partial<QueryInput<O>>;
  body?: BodyInput<O>;
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

async function send<O extends Operation>({ method, path }: O, { params, query, body, ...rest }: Arguments<O>) {
  const search = searchParams(query).toString();
  try {
    return await request(method, `/api${filledIn(path, params)}${search && `?${search}`}`, {
      body: multipart(body) ?? body,
      ...rest,
    });
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
