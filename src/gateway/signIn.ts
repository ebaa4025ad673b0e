import type { Context } from 'hono';
import { z } from 'zod';
import { Id } from '#contract/common.ts';
import { Credentials, DemoSignIn, type Session, type SessionUser } from '#contract/session.ts';
import { userOperations } from '#contract/users.ts';
import { readWithin } from './body.ts';
import { canTurnOnLive } from './live.ts';
import { clientAddress, type Env, type Parts } from './parts.ts';
import { jarOf, basic } from './sessions.ts';
import { ask, upstreamUrl } from './upstream.ts';

const bodyAtMost = 10_000;

/** `users/current` as this API and the hosted one answer it: one user, or an array of one, fields possibly missing. */
const CurrentUser = z.preprocess(
  (reply) => (Array.isArray(reply) ? reply[0] : reply),
  z.object({
    id: z.coerce.number().pipe(Id),
    account_id: z.coerce.number().pipe(Id),
    email: z.string().catch(''),
    first_name: z.string().nullable().catch(null),
    last_name: z.string().nullable().catch(null),
    role: z.string().catch(''),
  }),
);

/** Answers `GET /session`. */
export const showSession = (parts: Parts) => async (c: Context<Env>) => {
  c.set('operation', 'session.show');
  const session = await parts.sessions.use(jarOf(c));
  return answer(c, parts, session?.username ?? null, session?.user ?? null, 200);
};

/** Answers `DELETE /session`; signing out twice is no error. */
export const signOut = (parts: Parts) => async (c: Context<Env>) => {
  c.set('operation', 'session.end');
  const session = await parts.sessions.peek(jarOf(c));
  if (session) parts.sessions.end(jarOf(c), session.id);
  return answer(c, parts, null, null, 200);
};

/** Answers `POST /session`: asks the upstream whether the credentials are right, and seals them in the cookie if so. */
export const signIn = (parts: Parts) => async (c: Context<Env>) => {
  c.set('operation', 'session.begin');
  const given = await readBody(c);
  const isDemo = DemoSignIn.safeParse(given).success;
  if (isDemo && !parts.demo) return c.json({ error: 'There is no demo on this installation' }, 422);
  const credentials = isDemo ? parts.demo : Credentials.safeParse(given);
  if (!credentials) return c.json({ error: 'Username can’t be blank' }, 422);
  if ('success' in credentials) {
    if (!credentials.success) return c.json({ error: sentence(credentials.error) }, 422);
    return verify(c, parts, credentials.data);
  }
  return verify(c, parts, credentials);
};

async function verify(c: Context<Env>, parts: Parts, credentials: Credentials) {
  const { username } = credentials;
  const address = clientAddress(c, parts.reach);
  const wait = parts.attempts.take(username, address);
  if (wait > 0) return tooMany(c, 'Too many wrong sign-ins. Wait a little and try again.', String(wait));
  const giveBack = () => parts.attempts.giveBack(username, address);
  const reply = await currentUser(parts, credentials).catch((error: unknown) => {
    giveBack();
    throw error;
  });
  // Some services say of a limit that it is forbidden, until then.
  const isLimit = reply.status === 429 || (reply.status === 403 && reply.headers.has('Retry-After'));
  if (!isLimit && (reply.status === 401 || reply.status === 403)) {
    await reply.body?.cancel();
    return c.json({ error: 'Wrong username, password or API key' }, 401);
  }
  giveBack();
  if (isLimit) {
    return tooMany(
      c,
      'This user has spent the requests of this hour. Try again later.',
      reply.headers.get('Retry-After'),
    );
  }
  if (!reply.ok) return c.json({ error: `The TextUs API answered ${reply.status} instead of signing you in` }, 502);
  const user = await userOf(reply);
  await parts.sessions.begin(jarOf(c), credentials, user);
  return answer(c, parts, username, user, 201);
}

/** The cheapest operation that says whose credentials these are. */
async function currentUser({ upstream, upstreamUrl: origin, timeoutMs, budget }: Parts, credentials: Credentials) {
  const headers = { Authorization: basic(credentials), Accept: 'application/vnd.textus-v2, application/json;q=0.9' };
  const url = upstreamUrl(origin, `/api${userOperations.current.path}`);
  const reply = await ask({ upstream, url, init: { headers }, timeoutMs });
  // A guess at somebody's password is not at their expense.
  if (reply.status !== 401 && reply.status !== 403) {
    budget.take({ username: credentials.username, what: 'session', background: false });
    budget.settle(credentials.username, reply);
  }
  return reply;
}

/** Who that is; null when the upstream does not say it as documented. */
async function userOf(reply: Response): Promise<SessionUser | null> {
  const read = CurrentUser.safeParse(await reply.json().catch(() => null));
  return read.success ? read.data : null;
}

async function readBody(c: Context): Promise<unknown> {
  const bytes = await readWithin(c.req.raw, bodyAtMost);
  try {
    return JSON.parse(new TextDecoder().decode(bytes ?? undefined));
  } catch {
    return {};
  }
}

const sentence = ({ issues }: z.core.$ZodError) => [...new Set(issues.map(({ message }) => message))].join(', ');

const tooMany = (c: Context, error: string, retryAfter: string | null) =>
  c.json({ error }, 429, { ...(retryAfter && { 'Retry-After': retryAfter }) });

function answer(c: Context<Env>, parts: Parts, username: string | null, user: SessionUser | null, status: 200 | 201) {
  const session: Session = {
    username,
    user,
    embedded: parts.embedded,
    simulator: parts.simulator,
    live: parts.hooks.liveFor(user?.account_id),
    canTurnOnLive: canTurnOnLive(parts, user),
    eventsFrom: user && parts.channels.position(user.account_id),
    demo: parts.demo !== null,
  };
  return c.json(session, status, { 'Cache-Control': 'no-store' });
}
