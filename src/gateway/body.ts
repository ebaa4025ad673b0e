import { limits } from '#contract/common.ts';
import type { Operation } from '#contract/operation.ts';

/** What an operation says of its body. */
type Bodied = { [Field in 'body' | 'multipart']?: Operation[Field] | undefined };

/** A request body that may go upstream, or why it may not. */
export type ReadBody =
  { ok: true; bytes: Uint8Array<ArrayBuffer> | null; type: string } | { ok: false; status: 413 | 415; error: string };

const tooLarge = { ok: false, status: 413, error: 'The request body is too large' } as const;

/**
 * The body as the operation takes it: JSON, or a form with an image. It is read whole before anything goes upstream, so
 * that an upload that breaks off never becomes half a request there.
 */
export async function readBody(request: Request, { body, multipart }: Bodied): Promise<ReadBody> {
  if (!body || !request.body) return { ok: true, bytes: null, type: '' };
  const type = request.headers.get('Content-Type') ?? '';
  const isForm = /^multipart\/form-data\s*;/i.test(type);
  if (isForm && !multipart) return { ok: false, status: 415, error: 'This operation takes application/json' };
  const bytes = await readWithin(request, isForm ? limits.imageBytes + limits.bodyBytes : limits.bodyBytes);
  if (!bytes) return tooLarge;
  if (bytes.byteLength === 0) return { ok: true, bytes: null, type: '' };
  if (!isForm && !/^application\/json\s*(;|$)/i.test(type)) {
    return { ok: false, status: 415, error: 'The request body must be application/json' };
  }
  return { ok: true, bytes, type };
}

/** The body's bytes; null when there are more than `max`, which are not read to the end. */
export async function readWithin(request: Request, max: number): Promise<Uint8Array<ArrayBuffer> | null> {
  if (Number(request.headers.get('Content-Length') ?? 0) > max) return null;
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength;
    if (size > max) return null;
    chunks.push(chunk);
  }
  return new Uint8Array(Buffer.concat(chunks));
}
