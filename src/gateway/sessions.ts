import { randomUUID } from 'node:crypto';
import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { CookieOptions } from 'hono/utils/cookie';
import { type Credentials, sessionLimits, type SessionUser } from '#contract/session.ts';
import type { EndedSessions } from './endedSessions.ts';
import { ownOrigin, type Reach } from './hosts.ts';
import type { Relay } from './relay.ts';
import type { Seal, Sealed } from './seal.ts';

/** A loopback host's cookies are shared by all its ports, so each installation there has its own. */
const cookieName = (host: string) => `switchboard${/:(\d+)$/.exec(host)?.[1] ?? ''}`;
/** A cookie younger than this is not sealed anew, so that a burst of requests answers one cookie. */
const resealAfterMs = 60_000;

/** Who makes a request, and with which credential it goes upstream. */
export type SignedIn = Pick<Sealed, 'id' | 'username' | 'user'> & { authorization: string };

/** How HTTP Basic writes a username and password or API key. */
export const basic = ({ username, password }: Credentials) =>
  `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;

/** Begins, finds, prolongs and ends sessions. They live in the browser's cookie, sealed; here is only which are over. */
export class Sessions {
  readonly #seal: Seal;
  readonly #ended: EndedSessions;
  readonly #reach: Reach;
  readonly #relay: Relay | undefined;
  /** Until when each session that was used lately stays alive without further use. */
  readonly #alive = new Map<string, number>();
  readonly #whenEnded: (id: string) => void;

  constructor(
    known: { seal: Seal; ended: EndedSessions; reach: Reach; relay?: Relay | undefined },
    whenEnded: (id: string) => void,
  ) {
    this.#seal = known.seal;
    this.#ended = known.ended;
    this.#reach = known.reach;
    this.#relay = known.relay;
    this.#whenEnded = whenEnded;
  }

  /** Sessions that are alive. */
  get count(): number {
    for (const [id, until] of this.#alive) if (until <= Date.now()) this.#alive.delete(id);
    return this.#alive.size;
  }

  /** Signs in under a new id; whatever session the browser brought ends. */
  async begin(c: Context, credentials: Credentials, user: SessionUser | null) {
    const before = await this.#read(c);
    if (before) this.end(c, before.id);
    const now = Date.now();
    await this.#write(c, { ...credentials, id: randomUUID(), user, startedAt: now, sealedAt: now });
  }

  /** The session of the request, which counts as activity; null without a valid one. */
  async use(c: Context): Promise<SignedIn | null> {
    const sealed = await this.#read(c);
    if (sealed && Date.now() - sealed.sealedAt > resealAfterMs)
      await this.#write(c, { ...sealed, sealedAt: Date.now() });
    return sealed && signedIn(sealed);
  }

  /** The session of the request without prolonging it; null without a valid one. */
  async peek(c: Context): Promise<SignedIn | null> {
    const sealed = await this.#read(c);
    return sealed && signedIn(sealed);
  }

  /** True while the session was neither ended nor left unused for too long. */
  isAlive(id: string): boolean {
    return !this.#ended.has(id) && (this.#alive.get(id) ?? 0) > Date.now();
  }

  /** Ends session `id` for every copy of its cookie, and takes the cookie from this browser. */
  end(c: Context, id: string) {
    const until = Date.now() + sessionLimits.absoluteMs;
    this.endedElsewhere(id, until);
    this.#forget(c);
    this.#relay?.tell({ kind: 'ended', sessionId: id, until });
  }

  /** The same for a session that another process ended. */
  endedElsewhere(id: string, until: number) {
    this.#ended.add(id, until);
    this.#alive.delete(id);
    this.#whenEnded(id);
  }

  async #read(c: Context): Promise<Sealed | null> {
    const { name, prefix } = this.#cookie(c);
    const text = prefix ? getCookie(c, name, prefix) : getCookie(c, name);
    if (!text) return null;
    const sealed = await this.#seal.open(text);
    const until = sealed ? expiry(sealed) : 0;
    if (!sealed || until <= Date.now() || this.#ended.has(sealed.id)) {
      this.#forget(c);
      return null;
    }
    // Another tab's newer cookie may already have prolonged it.
    this.#alive.set(sealed.id, Math.max(until, this.#alive.get(sealed.id) ?? 0));
    return sealed;
  }

  async #write(c: Context, sealed: Sealed) {
    const until = expiry(sealed);
    this.#alive.set(sealed.id, until);
    const maxAge = Math.ceil((until - Date.now()) / 1_000);
    const { name, ...options } = this.#cookie(c);
    setCookie(c, name, await this.#seal.close(sealed), { ...options, maxAge });
  }

  #forget(c: Context) {
    const { name, prefix, ...options } = this.#cookie(c);
    deleteCookie(c, prefix ? `__Host-${name}` : name, options);
  }

  /** `__Host-` and Secure wherever people come by https; a plain loopback address could not keep such a cookie. */
  #cookie(c: Context): CookieOptions & { name: string; prefix?: 'host' } {
    const host = c.req.header('Host') ?? '';
    const secure = ownOrigin(host, this.#reach).startsWith('https:');
    return {
      name: secure ? 'switchboard' : cookieName(host),
      path: '/',
      httpOnly: true,
      sameSite: 'Strict',
      secure,
      ...(secure && { prefix: 'host' }),
    };
  }
}

const expiry = ({ startedAt, sealedAt }: Sealed) =>
  Math.min(sealedAt + sessionLimits.idleMs, startedAt + sessionLimits.absoluteMs);

const signedIn = ({ id, username, password, user }: Sealed): SignedIn => ({
  id,
  username,
  user,
  authorization: basic({ username, password }),
});
