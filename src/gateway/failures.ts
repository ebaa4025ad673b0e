import { HTTPException } from 'hono/http-exception';
import { masked } from './mask.ts';
import type { Log } from './requestLog.ts';
import { codeOf, Unanswered } from './upstream.ts';

/** What a person is told of a failure. */
type Failure = { status: number; error: string; headers: Record<string, string> };

/** Whatever was thrown becomes a sentence; what was not foreseen is logged and says nothing about itself. */
export function failureOf(error: unknown, operation: string | undefined, log: Log): Failure {
  if (error instanceof HTTPException) return { status: error.status, error: error.message, headers: {} };
  if (error instanceof Unanswered) {
    log.error({ operation, cause: codeOf(error.cause) }, error.message);
    const { status, message, retryAfter } = error;
    return { status, error: message, headers: retryAfter === undefined ? {} : { 'Retry-After': String(retryAfter) } };
  }
  log.error({ operation, stack: masked((error instanceof Error && error.stack) || '') }, 'A request failed');
  return { status: 500, error: 'Something went wrong in the gateway', headers: {} };
}
