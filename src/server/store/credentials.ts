import { and, eq, sql } from 'drizzle-orm';
import type { Db } from '#server/db/database.ts';
import { accounts, users } from '#server/db/schema/tenants.ts';
import { decoy, fingerprint, matchesSecret } from './secrets.ts';
import type { Backstage, Scope } from './scope.ts';

type Identity = Omit<Scope, keyof Backstage>;

const trustedForMs = 60_000;
const trustedAtMost = 10_000;

/**
 * Checks HTTP Basic credentials against password and API key hashes. A pair that was right is trusted for a minute
 * without hashing again, so a changed key works on for at most that long.
 */
export class Credentials {
  readonly #db: Db;
  readonly #trusted = new Map<string, { identity: Identity; until: number }>();

  constructor(db: Db) {
    this.#db = db;
  }

  /** Who `username` (e-mail, any case) with `secret` (password or API key) is; null when they don't match. */
  async verify(username: string, secret: string): Promise<Identity | null> {
    const name = fingerprint(username, secret);
    const known = this.#trusted.get(name);
    if (known && known.until > Date.now()) return known.identity;
    const identity = await this.#check(username, secret);
    if (identity) this.#trust(name, identity);
    return identity;
  }

  /** Forgets what it trusted, e.g. after a key was reset. */
  forget() {
    this.#trusted.clear();
  }

  async #check(username: string, secret: string): Promise<Identity | null> {
    // PostgreSQL has no text with a NUL in it, so nobody is called that.
    if (username.includes('\0')) return null;
    const [user] = await this.#db
      .select({
        id: users.id,
        role: users.role,
        passwordHash: users.passwordHash,
        apiKeyHash: users.apiKeyHash,
        accountId: accounts.id,
        organizationId: accounts.organizationId,
        accountPhone: accounts.phone,
        country: accounts.country,
      })
      .from(users)
      .innerJoin(accounts, eq(accounts.id, users.accountId))
      .where(and(eq(sql`lower(${users.email})`, username.toLowerCase()), eq(users.archived, false)));
    const matches = await Promise.all([
      matchesSecret(secret, user?.passwordHash ?? decoy),
      matchesSecret(secret, user?.apiKeyHash ?? decoy),
    ]);
    if (!user || !matches.includes(true)) return null;
    await this.#db.update(users).set({ lastSignInAt: new Date() }).where(eq(users.id, user.id));
    const { id, role, passwordHash: _password, apiKeyHash: _key, ...tenant } = user;
    return { ...tenant, user: { id, role } };
  }

  #trust(name: string, identity: Identity) {
    if (this.#trusted.size >= trustedAtMost) this.#trusted.delete(this.#trusted.keys().next().value ?? '');
    this.#trusted.set(name, { identity, until: Date.now() + trustedForMs });
  }
}
