import { asOfHeader } from '#contract/session.ts';
import { lastAsked } from './lastAsked.ts';
import { Unanswered } from './upstream.ts';

/** Larger answers are no list or thing of the API. */
export const replyAtMost = 32_000_000;

/** The headers of a reply that mean something here; nothing keeps the others. */
export const replyHeaders = [
  asOfHeader,
  'Content-Encoding',
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
] as const;
export type ReplyHeader = (typeof replyHeaders)[number];

/** As much of `Headers` as a reply needs. */
export type ReplyHeaders = { get: (name: ReplyHeader) => string | null; has: (name: ReplyHeader) => boolean };

/** A reply with its whole body, so that several can have it. */
export type KeptReply = { status: number; headers: ReplyHeaders; bytes: Uint8Array<ArrayBuffer> | null; at: number };

/** Reads a reply to its end. Throws `Unanswered` when it breaks off, or has no end. */
export async function keep(reply: Response): Promise<KeptReply> {
  const { status, headers } = reply;
  if (!reply.body) return { status, headers, bytes: null, at: Date.now() };
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of reply.body) {
      size += chunk.byteLength;
      if (size > replyAtMost) break;
      chunks.push(chunk);
    }
  } catch (cause) {
    throw brokenOff(cause);
  }
  if (size > replyAtMost) throw tooMuch();
  return { status, headers, bytes: new Uint8Array(Buffer.concat(chunks)), at: Date.now() };
}

export const brokenOff = (cause: unknown) => new Unanswered(502, 'The answer of the TextUs API broke off.', { cause });
export const tooMuch = () => new Unanswered(502, 'The TextUs API answered more than can be shown.');

const encoder = new TextEncoder();

/** A reply of the gateway's own: `body` as JSON. */
export const ownReply = (status: number, body: unknown, headers: Record<string, string> = {}): KeptReply => ({
  status,
  headers: new Headers({ 'Content-Type': 'application/json', ...headers }),
  bytes: encoder.encode(JSON.stringify(body)),
  at: Date.now(),
});

/** The reply with one header more. */
export const withHeader = (reply: KeptReply, name: ReplyHeader, value: string): KeptReply => ({
  ...reply,
  headers: {
    get: (asked) => (asked === name ? value : reply.headers.get(asked)),
    has: (asked) => asked === name || reply.headers.has(asked),
  },
});

export const isJson = (headers: ReplyHeaders) => isJsonType(headers.get('Content-Type') ?? '');
const isJsonType = lastAsked((type) => /^application\/([\w.-]+\+)?json\s*(;|$)/i.test(type));

/** What the reply says; undefined where it is not JSON. */
export function jsonOf({ bytes }: Pick<KeptReply, 'bytes'>): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes ?? undefined));
  } catch {
    return undefined;
  }
}
