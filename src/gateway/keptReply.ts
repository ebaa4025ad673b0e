import { Unanswered } from './upstream.ts';

/** Larger answers are no list or thing of the API. */
const bytesAtMost = 32_000_000;

/** A reply with its whole body, so that several can have it. */
export type KeptReply = { status: number; headers: Headers; bytes: Uint8Array<ArrayBuffer> | null; at: number };

/** Reads a reply to its end. Throws `Unanswered` when it breaks off, or has no end. */
export async function keep(reply: Response): Promise<KeptReply> {
  const { status, headers } = reply;
  if (!reply.body) return { status, headers, bytes: null, at: Date.now() };
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of reply.body) {
      size += chunk.byteLength;
      if (size > bytesAtMost) break;
      chunks.push(chunk);
    }
  } catch (cause) {
    throw new Unanswered(502, 'The answer of the TextUs API broke off.', { cause });
  }
  if (size > bytesAtMost) throw new Unanswered(502, 'The TextUs API answered more than can be shown.');
  return { status, headers, bytes: new Uint8Array(Buffer.concat(chunks)), at: Date.now() };
}

const bodiless = new Set([204, 205, 304]);

/** The reply again, for one more reader, with `more` headers. */
export const replyOf = ({ status, headers, bytes }: KeptReply, more: Record<string, string> = {}) =>
  new Response(bodiless.has(status) ? null : bytes, { status, headers: { ...Object.fromEntries(headers), ...more } });

export const isJson = (headers: Headers) =>
  /^application\/([\w.-]+\+)?json\s*(;|$)/i.test(headers.get('Content-Type') ?? '');

/** What the reply says; undefined where it is not JSON. */
export function jsonOf({ bytes }: Pick<KeptReply, 'bytes'>): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes ?? undefined));
  } catch {
    return undefined;
  }
}
