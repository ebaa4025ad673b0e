/** `fits`, or what is wrong with it; `expected` is the right one, in hex. */
export type SignatureCheck = {
  verdict: 'fits' | 'does not fit' | 'no signature' | 'not possible here';
  expected: string | null;
};

/**
 * Checks a signature as receivers must: HMAC-SHA256 of the raw body under the secret, in hex or base64, with or without
 * `sha256=`. Works in the browser alone; nothing leaves it.
 */
export async function checkSignature(body: string, secret: string, given: string): Promise<SignatureCheck> {
  // Web Crypto is there only on https and on this computer.
  if (!globalThis.crypto?.subtle) return { verdict: 'not possible here', expected: null };
  const encoder = new TextEncoder();
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  const key = await crypto.subtle.importKey('raw', encoder.encode(secret), algorithm, false, ['sign']);
  const bytes = new Uint8Array(await crypto.subtle.sign('HMAC', key, encoder.encode(body)));
  const expected = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  const text = given.trim().replace(/^sha256=/i, '');
  if (text === '') return { verdict: 'no signature', expected };
  const base64 = btoa(String.fromCharCode(...bytes));
  const fits = text.toLowerCase() === expected || text.replace(/=+$/, '') === base64.replace(/=+$/, '');
  return { verdict: fits ? 'fits' : 'does not fit', expected };
}
