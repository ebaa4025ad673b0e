import type { Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { limits } from '#contract/common.ts';
import type { Operation } from '#contract/operation.ts';
import { Refused } from '#server/store/errors.ts';

/** Refuses larger bodies with 413 before they are read whole. A form may carry one image and its fields. */
export const limitBody = bodyLimit({
  maxSize: limits.imageBytes + limits.bodyBytes,
  onError: (c) => c.json({ error: 'The request body is too large' }, 413),
});

/** The body as the operation's schema wants it: JSON, or form fields with `file`. An absent one is `{}`. */
export async function readBody(c: Context, operation: Operation): Promise<unknown> {
  const type = c.req.header('Content-Type')?.split(';')[0]?.trim().toLowerCase() ?? '';
  if (type === 'multipart/form-data') {
    if (!operation.multipart) throw new Refused(415, 'This operation takes application/json');
    return readForm(c);
  }
  const text = await c.req.text();
  if (text.trim() === '') return {};
  // `--data` of curl without a header says it is a form; the reference's own samples are sent that way.
  if (type && !/^(application\/(.+\+)?json|application\/x-www-form-urlencoded|text\/plain)$/.test(type)) {
    throw new Refused(415, 'The request body must be application/json');
  }
  try {
    return JSON.parse(text);
  } catch {
    throw new Refused(422, 'The request body is not valid JSON');
  }
}

async function readForm(c: Context): Promise<unknown> {
  try {
    return Object.fromEntries(await c.req.formData());
  } catch {
    throw new Refused(422, 'The request body is not a valid multipart form');
  }
}
