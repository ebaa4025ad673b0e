import { createHmac, randomBytes, scrypt, type ScryptOptions, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

const derive = promisify<string, Buffer, number, ScryptOptions, Buffer>(scrypt);

/** How much work a hash is: scrypt's N is two to the power of it. */
const cost = 14;

/**
 * A salted scrypt hash of a password or API key, as stored: `scrypt$<cost>$<salt>$<hash>`, the last two in base64url.
 * A hash of less work is for tests.
 */
export async function hashSecret(secret: string, work = cost): Promise<string> {
  const salt = randomBytes(16);
  const hash = await derive(secret, salt, 32, { N: 2 ** work });
  return `scrypt$${work}$${salt.toString('base64url')}$${hash.toString('base64url')}`;
}

/** True when `secret` is what `stored` was made of; takes the same time for every wrong one. */
export async function matchesSecret(secret: string, stored: string): Promise<boolean> {
  // Hashes of before the cost was kept with them lack it.
  const [hash = '', salt = '', work = cost] = stored.split('$').slice(1).toReversed();
  const expected = Buffer.from(hash, 'base64url');
  const actual = await derive(secret, Buffer.from(salt, 'base64url'), 32, { N: 2 ** Number(work) });
  return expected.length === actual.length && timingSafeEqual(expected, actual);
}

/** What an unknown user's secret is compared with, so that the answer takes as long as for a known one. */
export const decoy = await hashSecret(randomBytes(16).toString('hex'));

const key = randomBytes(32);

/** A name for a pair of username and secret that says nothing about either; differs in every process. */
export const fingerprint = (username: string, secret: string) =>
  createHmac('sha256', key).update(`${username.length}:${username}${secret}`).digest('base64url');
