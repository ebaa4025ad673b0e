import type { Context } from 'hono';
import { STATUS_CODES } from 'node:http';
import type { ContentfulStatusCode, StatusCode } from 'hono/utils/http-status';
import { isJson, type KeptReply, ownReply, replyHeaders } from './keptReply.ts';
import { Unanswered } from './upstream.ts';

/** What of an upstream reply the browser gets to see. */
const passedHeaders = replyHeaders.filter((name) => name !== 'Content-Encoding');

/** What the browser is answered. */
export type Passed = { status: number; headers: Record<string, string>; bytes: Uint8Array<ArrayBuffer> | null };

/**
 * An upstream reply as it is passed on: status, body, and the headers above, with `more`. Only JSON passes; a success
 * that is something else is an `Unanswered`, a failure keeps its status and gets a sentence.
 */
export function passed(reply: KeptReply, more: Record<string, string>): Passed {
  const { status, bytes } = reply;
  const headers: Record<string, string> = { 'Cache-Control': 'no-store', ...more };
  for (const name of passedHeaders) {
    const value = reply.headers.get(name);
    if (value !== null) headers[name] = value;
  }
  const isEmpty = bytes === null || bytes.byteLength === 0 || status === 204 || status === 304;
  if (isEmpty) return { status, headers, bytes: null };
  if (isJson(reply.headers)) return { status, headers, bytes };
  if (status >= 200 && status < 300)
    throw new Unanswered(502, 'The TextUs API answered something that is not JSON. Check TEXTUS_URL.');
  const error = `The TextUs API answered ${status} ${STATUS_CODES[status] ?? ''}`.trim();
  return {
    status,
    headers: { ...headers, 'Content-Type': 'application/json' },
    bytes: ownReply(status, { error }).bytes,
  };
}

/** Answers with an upstream reply. */
export function passOn(c: Context, reply: KeptReply, more: Record<string, string>) {
  const { status, headers, bytes } = passed(reply, more);
  return bytes ? c.body(bytes, status as ContentfulStatusCode, headers) : c.body(null, status as StatusCode, headers);
}
