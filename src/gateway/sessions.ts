import { randomUUID } from 'node:crypto';
import type { Context } from 'hono';
import { generateCookie } from 'hono/cookie';
import type { CookieOptions } from 'hono/utils/cookie';
import { type Credentials, sessionLimits, type SessionUser } from '#contract/session.ts';
import type { EndedSessions } from './endedSessions.ts';
import { ownOrigin, type Reach } from './hosts.ts';
import { lastAsked } from './lastAsked.ts';
import type { Relay } from './relay.ts';
import type { Seal, Sealed } from './seal.ts';

/** A loopback host's cookies are shared by all its ports, so each installation there has its own. */
const cookieName = (host: string) => `switchboard${/:(\d+)$/.exec(host)?.[1] ?? ''}`;
/** A cookie younger than this is not sealed anew, so that a burst of requests answers one cookie. */
const resealAfterMs = 60_000;
const openedAtMost = 5_000;
const cookiesAtMost = 8;

/** Who makes a request, and with which credential it goes upstream. */
export type SignedIn = Pick<Sealed, 'id' | 'username' | 'user'> & { authorization: string };

/** What of a request says who makes it, and where its answer takes cookies. */
export type Jar = { host: string; cookies: string; add: (cookie: string) => void };

export const jarOf = (c: Context): Jar => ({
  host: c.req.header('Host') ?? '',
  cookies: c.req.header('Cookie') ?? '',
  add: (cookie) => c.header('Set-Cookie', cookie, { append: true }),
});

type Opened = { sealed: Sealed; signedIn: SignedIn };

/** How HTTP Basic writes a username and password or API key. */
export const basic = ({ username, password }: Credentials) =>
  `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;

/** Begins, finds, prolongs and ends sessions. They live in the browser's cookie, sealed; here is only which are over. */
export class Sessions {
  readonly #seal: Seal;
  readonly #ended: EndedSessions;
  /** The cookie of people who come under a host. */
  readonly #cookieOf: (host: string) => ReturnType<typeof cookieOf>;
  readonly #relay: Relay | undefined;
  /** Until when each session that was used lately stays alive without further use. */
  readonly #alive = new Map<string, number>();
  readonly #opened = new Map<string, Opened>();
  readonly #whenEnded: (id: string) => void;

  constructor(
    known: { seal: Seal; ended: EndedSessions; reach: Reach; relay?: Relay | undefined },
    whenEnded: (id: string) => void,
  ) {
    this.#seal = known.seal;
    this.#ended = known.ended;
    this.#cookieOf = lastAsked((host) => cookieOf(host, known.reach));
    this.#relay = known.relay;
    this.#whenEnded = whenEnded;
  }

  /** Sessions that are alive. */
  get count(): number {
    for (const [id, until] of this.#alive) if (until <= Date.now()) this.#alive.delete(id);
    return this.#alive.size;
  }

  /** Signs in under a new id; whatever session the browser brought ends. */
  async begin(jar: Jar, credentials: Credentials, user: SessionUser | null) {
    const before = await this.#read(jar);
    if (before) this.end(jar, before.sealed.id);
    const now = Date.now();
    await this.#write(jar, { ...credentials, id: randomUUID(), user, startedAt: now, sealedAt: now });
  }

  /** The session of the request, which counts as activity; null without a valid one. */
  async use(jar: Jar): Promise<SignedIn | null> {
    const opened = await this.#read(jar);
    if (opened && Date.now() - opened.sealed.sealedAt > resealAfterMs)
      await this.#write(jar, { ...opened.sealed, sealedAt: Date.now() });
    return opened && opened.signedIn;
  }

  /** The session of the request without prolonging it; null without a valid one. */
  async peek(jar: Jar): Promise<SignedIn | null> {
    return (await this.#read(jar))?.signedIn ?? null;
  }

  /** True while the session was neither ended nor left unused for too long. */
  isAlive(id: string): boolean {
    return !this.#ended.has(id) && (this.#alive.get(id) ?? 0) > Date.now();
  }

  /** Ends session `id` for every copy of its cookie, and takes the cookie from this browser. */
  end(jar: Jar, id: string) {
    const until = Date.now() + sessionLimits.absoluteMs;
    this.endedElsewhere(id, until);
    this.#forget(jar);
    this.#relay?.tell({ kind: 'ended', sessionId: id, until });
  }

  /** The same for a session that another process ended. */
  endedElsewhere(id: string, until: number) {
    this.#ended.add(id, until);
    this.#alive.delete(id);
    this.#whenEnded(id);
  }

  /**
   * The newest session among the cookies. There may be several: of an answer that breaks off, browsers keep what came
   * of a cookie, for the path of the request and beside the whole one.
   */
  async #read(jar: Jar): Promise<Opened | null> {
    const sent = valuesOf(jar.cookies, this.#cookieOf(jar.host).sentName);
    if (sent.length === 0) return null;
    let newest: Opened | null = null;
    for (const text of sent) {
      const opened = await this.#open(text);
      if (opened && opened.sealed.sealedAt >= (newest?.sealed.sealedAt ?? 0)) newest = opened;
    }
    if (!newest) {
      this.#forget(jar);
      return null;
    }
    const { id } = newest.sealed;
    // Another tab's newer cookie may already have prolonged it.
    this.#alive.set(id, Math.max(expiry(newest.sealed), this.#alive.get(id) ?? 0));
    return newest;
  }

  /** What a cookie holds while its session lasts. Remembered: unsealing costs more than all else that a read needs. */
  async #open(text: string): Promise<Opened | null> {
    const known = this.#opened.get(text);
    const sealed = known?.sealed ?? (await this.#seal.open(text));
    if (!sealed || expiry(sealed) <= Date.now() || this.#ended.has(sealed.id)) {
      this.#opened.delete(text);
      return null;
    }
    if (known) return known;
    const opened = { sealed, signedIn: signedIn(sealed) };
    if (this.#opened.size >= openedAtMost) this.#opened.delete(this.#opened.keys().next().value ?? '');
    this.#opened.set(text, opened);
    return opened;
  }

  async #write(jar: Jar, sealed: Sealed) {
    const until = expiry(sealed);
    this.#alive.set(sealed.id, until);
    const maxAge = Math.ceil((until - Date.now()) / 1_000);
    const { name, options } = this.#cookieOf(jar.host);
    jar.add(generateCookie(name, await this.#seal.close(sealed), { ...options, maxAge }));
  }

  #forget(jar: Jar) {
    const { name, options } = this.#cookieOf(jar.host);
    jar.add(generateCookie(name, '', { ...options, maxAge: 0 }));
  }
}

/** `__Host-` and Secure wherever people come by https; a plain loopback address could not keep such a cookie. */
function cookieOf(host: string, reach: Reach) {
  const secure = ownOrigin(host, reach).startsWith('https:');
  const name = secure ? 'switchboard' : cookieName(host);
  const options: CookieOptions = { path: '/', httpOnly: true, sameSite: 'Strict', secure };
  return secure
    ? { name, sentName: `__Host-${name}`, options: { ...options, prefix: 'host' as const } }
    : { name, sentName: name, options };
}

/** What a Cookie header has under `name`, however often. */
const valuesOf = (header: string, name: string): string[] =>
  header
    .split(';')
    .flatMap((pair) => {
      const text = pair.trim();
      return text.startsWith(`${name}=`) ? text.slice(name.length + 1) : [];
    })
    .slice(0, cookiesAtMost);

const expiry = ({ startedAt, sealedAt }: Sealed) =>
  Math.min(sealedAt + sessionLimits.idleMs, startedAt + sessionLimits.absoluteMs);

const signedIn = ({ id, username, password, user }: Sealed): SignedIn => ({
  id,
  username,
  user,
  authorization: basic({ username, password }),
});
