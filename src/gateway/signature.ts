import { createHmac, timingSafeEqual } from 'node:crypto';

/**
 * True when `given` (header `X-TextUs-Signature`) is the HMAC-SHA256 of `body` under `secret`, in hex or base64, with or
 * without `sha256=` before it. Takes the same time for every wrong one.
 */
export function isSigned(body: Uint8Array, secret: string, given: string): boolean {
  const expected = createHmac('sha256', secret).update(body).digest();
  const text = given.trim().replace(/^sha256=/i, '');
  const actual = Buffer.from(text, /^[0-9a-f]{64}$/i.test(text) ? 'hex' : 'base64');
  return actual.length === expected.length && timingSafeEqual(actual, expected);
}
