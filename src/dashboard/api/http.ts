import type { KyInstance } from 'ky';
import { priorityHeader } from '#contract/budget.ts';
import { Refusal } from '#contract/common.ts';
import { draftKeyHeader, requestedWith, tabHeader } from '#contract/session.ts';
import { ApiError } from '#dashboard/lib/ApiError.ts';
import { reloadWhereServed } from '#dashboard/lib/canReload.ts';
import { retryAfter } from '#dashboard/lib/retryAfter.ts';
import { tab } from '#dashboard/lib/tabLock.ts';
import { noteAge } from './age.ts';
import { noteBudget } from './budget.ts';
import { early } from './early.ts';

const TIMEOUT = 15_000;
const BACKGROUND_TIMEOUT = 90_000;

/** Announced on `window` when the gateway no longer knows the session. */
export const SESSION_ENDED = 'switchboard:session-ended';

/** How a request is made, besides what it asks for. */
export type Manner = {
  signal?: AbortSignal | undefined;
  /** Outlives the page, for what is sent while it goes away; at most 64 KB. */
  keepalive?: boolean;
  /** Can wait: stands back behind people, and gets 429 with `retryAfter` when only their share of the hour is left. */
  background?: boolean;
  /** Names what is sent: the gateway passes it on once, however often it arrives. */
  draftKey?: string;
  /** Nothing that was read earlier will do, not even while the service does not answer. */
  fresh?: boolean;
};

type Options = Manner & {
  /** A `FormData` travels as multipart, anything else as JSON. */
  body?: unknown;
};

const ownHeaders = { Accept: 'application/json', [requestedWith.name]: requestedWith.value, [tabHeader]: tab };

let gateway: KyInstance | undefined;

/**
 * The only file that knows ky, which comes once the page stands: what that shows was asked for before (see `early.ts`).
 * Nothing is repeated here: React Query decides that about reads, people about the rest.
 */
async function openGateway(): Promise<KyInstance> {
  try {
    const { default: ky } = await import('ky');
    return (gateway ??= ky.create({ retry: 0, timeout: TIMEOUT, throwHttpErrors: false, headers: ownHeaders }));
  } catch {
    if (!(await reloadWhereServed())) throw new ApiError(0, 'The service could not be reached.');
    throw new ApiError(0, 'A part of Switchboard could not be loaded. Reload the page.');
  }
}

/** One request to the gateway, never repeated. Every failure but an abort is an `ApiError`. */
export async function request(method: string, address: string, options: Options = {}) {
  const response = await send(method, address, options);
  noteBudget(response.headers);
  if (response.ok && address.startsWith('/api/')) noteAge(response.headers);
  if (!response.ok) throw await refusal(response);
  return response;
}

async function send(method: string, address: string, { body, signal, keepalive = false, ...manner }: Options) {
  try {
    const answered = method === 'GET' && !manner.fresh && (await early(address, TIMEOUT));
    if (answered) return answered;
    // What is sent as the page goes away can't wait.
    const through = gateway ?? (await openGateway());
    return await through(address, {
      method,
      keepalive,
      headers: headersOf(manner),
      // What stands in line at the gateway may stand there for a while.
      ...(manner.background && { timeout: BACKGROUND_TIMEOUT }),
      ...(signal && { signal }),
      ...(body instanceof FormData ? { body } : body !== undefined && { json: body }),
    });
  } catch (error) {
    if (signal?.aborted || error instanceof ApiError) throw error;
    const isLate = error instanceof Error && error.name === 'TimeoutError';
    throw new ApiError(0, `The service ${isLate ? 'did not answer within 15 seconds' : 'could not be reached'}.`);
  }
}

/** Fetches what asks for the rest, once nothing else is to be done; Safari does not tell when that is. */
export function openGatewaySoon(): void {
  // Whoever needs it hears of a failure.
  const open = () => void openGateway().catch(() => undefined);
  if ('requestIdleCallback' in window) requestIdleCallback(open);
  else setTimeout(open, 500);
}

const headersOf = ({ background, draftKey, fresh }: Manner) => ({
  ...(background && { [priorityHeader.name]: priorityHeader.background }),
  ...(draftKey !== undefined && { [draftKeyHeader]: draftKey }),
  ...(fresh && { 'Cache-Control': 'no-cache' }),
});

/** Says what `error` says, else what the status means. */
async function refusal(response: Response) {
  const { status, headers } = response;
  // Of a status line that breaks off, browsers make a status: `HTTP/1.1 2`. Nothing under 400 refuses anything.
  if (status < 400) return new ApiError(0, 'The answer of the service broke off.');
  const body = Refusal.safeParse(await response.json().catch(() => undefined));
  const wait = retryAfter(headers);
  // Some services say of a limit that it is forbidden, until then.
  const means = status === 403 && wait !== undefined ? 429 : status;
  return new ApiError(means, body.success && body.data.error ? body.data.error : wording(means), wait);
}

function wording(status: number) {
  if (status === 401) return 'Your session has ended. Sign in again.';
  if (status === 404) return 'This does not exist, or no longer.';
  if (status === 413) return 'This is too large to send.';
  if (status === 429) return 'All requests of this hour are used.';
  return status >= 500 ? 'The service is in trouble and did not do this.' : 'The service refused this.';
}
