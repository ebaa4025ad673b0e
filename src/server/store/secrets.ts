import { createHmac, randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

const derive = promisify<string, Buffer, number, Buffer>(scrypt);

/** A salted scrypt hash of a password or API key, as stored: `scrypt$<salt>$<hash>` in base64url. */
export async function hashSecret(secret: string): Promise<string> {
  const salt = randomBytes(16);
  return `scrypt$${salt.toString('base64url')}$${(await derive(secret, salt, 32)).toString('base64url')}`;
}

/** True when `secret` is what `stored` was made of; takes the same time for every wrong one. */
export async function matchesSecret(secret: string, stored: string): Promise<boolean> {
  const [, salt = '', hash = ''] = stored.split('$');
  const expected = Buffer.from(hash, 'base64url');
  const actual = await derive(secret, Buffer.from(salt, 'base64url'), 32);
  return expected.length === actual.length && timingSafeEqual(expected, actual);
}

/** What an unknown user's secret is compared with, so that the answer takes as long as for a known one. */
export const decoy = await hashSecret(randomBytes(16).toString('hex'));

const key = randomBytes(32);

/** A name for a pair of username and secret that says nothing about either; differs in every process. */
export const fingerprint = (username: string, secret: string) =>
  createHmac('sha256', key).update(`${username.length}:${username}${secret}`).digest('base64url');
