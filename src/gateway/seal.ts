import { createHash } from 'node:crypto';
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { EncryptJWT, errors, jwtDecrypt } from 'jose';
import { z } from 'zod';
import { SessionUser } from '#contract/session.ts';

/** What the cookie carries, sealed: whose credential, and since when it is used. */
const Sealed = z.object({
  id: z.string(),
  username: z.string(),
  password: z.string(),
  user: z.nullable(SessionUser),
  /** When the person signed in, and when the cookie was sealed last; milliseconds. */
  startedAt: z.number(),
  sealedAt: z.number(),
});
export type Sealed = z.output<typeof Sealed>;

/** Seals sessions with AES-256-GCM: nobody without `secret` can read or change one. */
export class Seal {
  readonly #key: Uint8Array;

  constructor(secret: string) {
    this.#key = createHash('sha256').update(`switchboard session\0${secret}`).digest();
  }

  close(session: Sealed): Promise<string> {
    return new EncryptJWT({ ...session }).setProtectedHeader({ alg: 'dir', enc: 'A256GCM' }).encrypt(this.#key);
  }

  /** What was sealed; null for anything this secret did not seal. */
  async open(text: string): Promise<Sealed | null> {
    try {
      const { payload } = await jwtDecrypt(text, this.#key, {
        keyManagementAlgorithms: ['dir'],
        contentEncryptionAlgorithms: ['A256GCM'],
      });
      return Sealed.safeParse(payload).data ?? null;
    } catch (error) {
      if (error instanceof errors.JOSEError || error instanceof TypeError) return null;
      throw error;
    }
  }
}

/** The secret kept in `folder`, readable by its owner only; made on first use. */
export function keptSecret(folder: string): string {
  const file = join(folder, 'session-secret');
  mkdirSync(folder, { recursive: true });
  try {
    // `wx`: of two processes that start at once, one writes and both read the same.
    writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
  chmodSync(file, 0o600);
  return readFileSync(file, 'utf8').trim();
}
