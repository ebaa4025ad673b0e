import { Refusal } from '#contract/common.ts';
import { requestedWith, tabHeader } from '#contract/session.ts';
import { ApiError } from '#dashboard/lib/ApiError.ts';
import { retryAfter } from '#dashboard/lib/retryAfter.ts';
import { tab } from '#dashboard/lib/tabLock.ts';
import { noteBudget } from './budget.ts';

const TIMEOUT = 15_000;

/** Announced on `window` when the gateway no longer knows the session. */
export const SESSION_ENDED = 'switchboard:session-ended';

type Options = {
  /** A `FormData` travels as multipart, anything else as JSON. */
  body?: unknown;
  signal?: AbortSignal | undefined;
  /** Outlives the page, for what is sent while it goes away; at most 64 KB. */
  keepalive?: boolean;
};

/** One request to the gateway, never repeated. Every failure but an abort is an `ApiError`. */
export async function request(method: string, address: string, { body, signal, keepalive = false }: Options = {}) {
  const timeout = AbortSignal.timeout(TIMEOUT);
  const isForm = body instanceof FormData;
  let response: Response;
  try {
    response = await fetch(address, {
      method,
      keepalive,
      signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
      headers: {
        Accept: 'application/json',
        [requestedWith.name]: requestedWith.value,
        [tabHeader]: tab,
        ...(body !== undefined && !isForm && { 'Content-Type': 'application/json' }),
      },
      ...(body !== undefined && { body: isForm ? body : JSON.stringify(body) }),
    });
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new ApiError(
      0,
      timeout.aborted ? 'The service did not answer within 15 seconds.' : 'The service could not be reached.',
    );
  }
  noteBudget(response.headers);
  if (!response.ok) throw await refusal(response);
  return response;
}

/** Says what `error` says, else what the status means. */
async function refusal(response: Response) {
  const { status, headers } = response;
  const body = Refusal.safeParse(await response.json().catch(() => undefined));
  return new ApiError(status, body.success && body.data.error ? body.data.error : wording(status), retryAfter(headers));
}

function wording(status: number) {
  if (status === 401) return 'Your session has ended. Sign in again.';
  if (status === 404) return 'This does not exist, or no longer.';
  if (status === 413) return 'This is too large to send.';
  if (status === 429) return 'All requests of this hour are used.';
  return status >= 500 ? 'The service is in trouble and did not do this.' : 'The service refused this.';
}
