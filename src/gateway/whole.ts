import { keep, type KeptReply } from './keptReply.ts';
import { ask, type Upstream, upstreamUrl } from './upstream.ts';

/** A call whose answer is wanted whole. */
export type Call = {
  method: string;
  /** Path and query. */
  target: string;
  headers: Record<string, string>;
  body?: Uint8Array<ArrayBuffer> | undefined;
  /** How long the upstream may take to begin its answer, and to go on with it. */
  timeoutMs: number;
  /** Nobody waits for the answer any more. */
  cancelled?: AbortSignal | undefined;
};

/** Asks once, never again. Throws `Unanswered` where there is no answer to pass on, as `ask` does. */
export type AskWhole = (call: Call) => Promise<KeptReply>;

/** Asks `upstream` by a `Request`. */
export const askWholeBy =
  (upstream: Upstream, origin: string): AskWhole =>
  async ({ method, target, headers, body, timeoutMs, cancelled }) =>
    keep(
      await ask({
        upstream,
        url: upstreamUrl(origin, target),
        init: { method, headers, ...(body && { body }) },
        timeoutMs,
        ...(cancelled && { cancelled }),
      }),
    );
