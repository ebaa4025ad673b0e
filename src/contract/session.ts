import { z } from 'zod/mini';
import { Id } from './common.ts';

/** Who is signed in, as far as the gateway needs to know it. What a hosted service leaves out is null. */
export const SessionUser = z.object({
  id: Id,
  account_id: Id,
  email: z.string(),
  first_name: z.nullable(z.string()),
  last_name: z.nullable(z.string()),
  role: z.string(),
});
export type SessionUser = z.output<typeof SessionUser>;

const field = (name: string, max: number) =>
  z
    .string({ error: `${name} can't be blank` })
    .check(
      z.minLength(1, `${name} can't be blank`),
      z.maxLength(max, `${name} is too long (maximum is ${max} characters)`),
    );

/** What `POST /session` takes to sign in as oneself; the password may be an API key. */
export const Credentials = z.object({
  // HTTP Basic, which carries both upstream, ends the username at the first colon.
  username: z.pipe(
    z.pipe(
      field('Username', 255),
      z.transform((name: string) => name.trim()),
    ),
    z.string().check(z.regex(/^[^:\p{Cc}]+$/u, "Username can't be blank or contain a colon")),
  ),
  password: field('Password or API key', 1_000).check(
    z.regex(/^\P{Cc}+$/u, "Password or API key can't contain line breaks"),
  ),
});
export type Credentials = z.output<typeof Credentials>;

/** What `POST /session` takes to explore the demo, where `Session.demo` offers it. */
export const DemoSignIn = z.object({ demo: z.literal(true) });

/**
 * `GET /session`, and what `POST /session` (201) and `DELETE /session` answer. It costs no upstream request; asking
 * counts as activity and keeps the session from idling out.
 */
export const Session = z.object({
  /** Null when nobody is signed in. */
  username: z.nullable(z.string()),
  /** Null when nobody is signed in, or the upstream did not say who it is. */
  user: z.nullable(SessionUser),
  /** The API is served by this installation. */
  embedded: z.boolean(),
  /** The simulated phone network answers under `/carrier`. */
  simulator: z.boolean(),
  /** `/events` tells of new messages as they come; without it the dashboard has to ask. */
  live: z.boolean(),
  /** `POST /live` turns that on: this user may make a web hook, and `PUBLIC_URL` says where it is to post to. */
  canTurnOnLive: z.boolean(),
  /**
   * Where `/events` stood: a stream that begins with this as its `Last-Event-ID` misses nothing of what was read after
   * this answer. Null when nobody is signed in.
   */
  eventsFrom: z.nullable(z.string()),
  /** `POST /session {"demo": true}` signs in. */
  demo: z.boolean(),
});
export type Session = z.output<typeof Session>;

/** After how long the gateway ends a session, in milliseconds: unused, and in any case. */
export const sessionLimits = { idleMs: 30 * 60_000, absoluteMs: 12 * 3_600_000 } as const;

/** A request that changes state carries this header, which no foreign page can set. */
export const requestedWith = { name: 'X-Requested-With', value: 'switchboard' } as const;

/** Optional on a request that changes state: names the tab, so that it can tell its own `changed` events from others'. */
export const tabHeader = 'X-Tab';

/**
 * Optional on a POST: names what is sent, so that the gateway passes it on once. The same key again gets the reply of
 * the first; 409 while nobody knows what became of it. After a refusal the key may be used again. A UUID or alike.
 */
export const draftKeyHeader = 'X-Draft-Key';

/** What became of a draft key: `DELETE /drafts/:key?age=<seconds since it was first used>`. */
export const DraftFate = z.object({
  /**
   * `never`: it was not handed over, and from now on never will be. `sending`: no answer yet. `sent`: `reply` is what
   * the service answered. `unknown`: it may or may not have gone out; look it up.
   */
  fate: z.enum(['never', 'sending', 'sent', 'unknown']),
  reply: z.optional(z.unknown()),
});
export type DraftFate = z.output<typeof DraftFate>;

/** On a reply to a read while the service does not answer: when what it says was read, ISO 8601. */
export const asOfHeader = 'X-As-Of';
