import type { Context } from 'hono';
import { STATUS_CODES } from 'node:http';
import type { ContentfulStatusCode, StatusCode } from 'hono/utils/http-status';
import { asOfHeader } from '#contract/session.ts';
import { isJson } from './keptReply.ts';
import { Unanswered } from './upstream.ts';

/** What of an upstream reply the browser gets to see. */
const passedHeaders = [
  asOfHeader,
  'Content-Type',
  'ETag',
  'Retry-After',
  'X-Total',
  'X-Total-Pages',
  'X-Page',
  'X-Per-Page',
  'X-Offset',
  'X-Next-Page',
  'X-Runtime',
  'X-RateLimit-Limit',
  'X-RateLimit-Remaining',
  'X-RateLimit-Reset',
];

/**
 * Passes an upstream reply on: status, body as it streams, and the headers above. Only JSON passes; a success that is
 * something else is an `Unanswered`, a failure keeps its status and gets a sentence.
 */
export async function passOn(c: Context, reply: Response, more: Record<string, string>) {
  const headers: Record<string, string> = { 'Cache-Control': 'no-store', ...more };
  for (const name of passedHeaders) {
    const value = reply.headers.get(name);
    if (value !== null) headers[name] = value;
  }
  const status = reply.status as ContentfulStatusCode;
  if (!reply.body || reply.status === 204 || reply.status === 304)
    return c.body(null, reply.status as StatusCode, headers);
  if (isJson(reply.headers)) {
    return c.body(reply.body, status, headers);
  }
  if (reply.headers.get('Content-Length') === '0' || (reply.ok && (await isEmpty(reply)))) {
    return c.body(null, status, headers);
  }
  if (!reply.bodyUsed) await reply.body.cancel();
  if (reply.ok) throw new Unanswered(502, 'The TextUs API answered something that is not JSON. Check TEXTUS_URL.');
  const { 'Content-Type': _html, ...rest } = headers;
  const error = `The TextUs API answered ${status} ${STATUS_CODES[status] ?? ''}`.trim();
  return c.json({ error }, status, rest);
}

/** Whether nothing comes, whatever type it is said to be of and however it is sent; what comes is thrown away. */
async function isEmpty({ body }: Response) {
  for await (const chunk of body ?? []) if (chunk.length > 0) return false;
  return true;
}
