/** Where API calls go: the hosted API by `fetch`, or the embedded server in this process. */
export type Upstream = (request: Request) => Response | Promise<Response>;

/** The upstream gave no answer that could be passed on; `message` says so to people. */
export class Unanswered extends Error {
  override name = 'Unanswered';
  /** 503: it was not reached, so nothing has happened. 502 and 504: nobody knows. */
  readonly status: 502 | 503 | 504;
  /** Seconds until it is worth another try. */
  readonly retryAfter: number | undefined;
  constructor(status: 502 | 503 | 504, message: string, options: ErrorOptions & { retryAfter?: number } = {}) {
    super(message, options);
    this.status = status;
    this.retryAfter = options.retryAfter;
  }
}

/** `https://app.textus.com` with `/api/contacts` and its query. */
export const upstreamUrl = (origin: string, path: string, query?: URLSearchParams) =>
  `${origin}${path}${query?.size ? `?${query}` : ''}`;

type Ask = { upstream: Upstream; url: string; init: RequestInit; timeoutMs: number; cancelled?: AbortSignal };

/**
 * Asks once, never again. Throws `Unanswered` when no answer began within `timeoutMs`, the connection failed, or the
 * answer is a redirect: following one could carry the credential elsewhere.
 */
export async function ask({ upstream, url, init, timeoutMs, cancelled }: Ask): Promise<Response> {
  const timeUp = AbortSignal.timeout(timeoutMs);
  const signal = cancelled ? AbortSignal.any([timeUp, cancelled]) : timeUp;
  const reply = await Promise.race([
    answer(upstream, new Request(url, { ...init, redirect: 'manual', signal })),
    aborted(signal),
  ]);
  if (!isRedirect(reply.status)) return reply;
  await reply.body?.cancel();
  throw redirected();
}

export const isRedirect = (status: number) => status >= 300 && status < 400 && status !== 304;

export const redirected = () =>
  new Unanswered(502, 'The TextUs API answered with a redirect, which is not followed. Check TEXTUS_URL.');

async function answer(upstream: Upstream, request: Request): Promise<Response> {
  try {
    return await upstream(request);
  } catch (cause) {
    if (cause instanceof Unanswered) throw cause;
    throw request.signal.aborted ? late(cause) : unreached(cause);
  }
}

/** Says of a failed connection whether anything can have been sent over it. */
export const unreached = (cause: unknown) =>
  neverConnected.has(codeOf(cause) ?? '')
    ? new Unanswered(503, 'The TextUs API can’t be reached. Nothing was sent.', { cause })
    : new Unanswered(502, 'The TextUs API can’t be reached.', { cause });

/** There was no connection that a request could have taken. */
const neverConnected = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/** `ECONNREFUSED` of a failed fetch; a message could name more than a log should know. */
export function codeOf(cause: unknown): string | undefined {
  const inner = cause instanceof Error && cause.cause instanceof Error ? cause.cause : cause;
  if (!(inner instanceof Error)) return undefined;
  return 'code' in inner && typeof inner.code === 'string' ? inner.code : inner.name;
}

/** Rejects when `signal` fires: a server in this process need not heed it. */
const aborted = (signal: AbortSignal) =>
  new Promise<never>((_, reject) => {
    const fail = () => reject(late(signal.reason));
    if (signal.aborted) fail();
    else signal.addEventListener('abort', fail, { once: true });
  });

export const late = (cause: unknown) => new Unanswered(504, 'The TextUs API did not answer in time.', { cause });
