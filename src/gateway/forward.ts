import type { Context } from 'hono';
import { tabHeader } from '#contract/session.ts';
import { type Allowed, findAllowed } from './allowList.ts';
import { type ReadBody, readBody } from './body.ts';
import { findCarrier } from './carrier.ts';
import type { Env, Parts } from './parts.ts';
import { passOn } from './replies.ts';
import type { SignedIn } from './sessions.ts';
import { ask, upstreamUrl } from './upstream.ts';

const notFound = { error: 'Not found' };
const signInFirst = { error: 'Sign in first' };

/** Answers `/api/*`: an operation of the contract goes upstream in the session's name, anything else goes nowhere. */
export const forwardOperation = (parts: Parts) => async (c: Context<Env>) => {
  const session = await parts.sessions.use(c);
  if (!session) return c.json(signInFirst, 401);
  const { pathname, searchParams } = new URL(c.req.url);
  const allowed = findAllowed(c.req.method, pathname, searchParams);
  if (!allowed) return c.json(notFound, 404);
  c.set('operation', allowed.name);
  const body = await readBody(c.req.raw, allowed.operation);
  if (!body.ok) return refuse(c, body);
  parts.budget.spend(session.username);
  const reply = await send(c, parts, allowed, body, { Authorization: session.authorization });
  parts.budget.learn(session.username, reply);
  if (reply.status === 401) return signOut(c, parts, session, reply);
  tellOthers(c, parts, session, allowed, reply);
  return passOn(c, reply, parts.budget.headers(session.username));
};

/** Answers `/carrier/*`, the simulated phone network, to people who are signed in. */
export const forwardCarrier = (parts: Parts) => async (c: Context<Env>) => {
  if (!(await parts.sessions.use(c))) return c.json(signInFirst, 401);
  const { pathname, searchParams } = new URL(c.req.url);
  const line = findCarrier(c.req.method, pathname, searchParams);
  if (!line) return c.json(notFound, 404);
  c.set('operation', line.name);
  const body = await readBody(c.req.raw, line.operation);
  return body.ok ? passOn(c, await send(c, parts, line, body, {}), {}) : refuse(c, body);
};

type Destination = { path: string; query: URLSearchParams };
type Refusal = Extract<ReadBody, { ok: false }>;
type Sendable = Exclude<ReadBody, Refusal>;

/** The upstream's reply. Of the browser's headers only a condition and the body's type go along. */
async function send(
  c: Context<Env>,
  parts: Parts,
  { path, query }: Destination,
  body: Sendable,
  more: Record<string, string>,
) {
  const headers = new Headers({ Accept: 'application/vnd.textus-v2, application/json;q=0.9', ...more });
  const condition = c.req.header('If-None-Match');
  if (condition) headers.set('If-None-Match', condition);
  if (body.bytes) headers.set('Content-Type', body.type);
  return ask({
    upstream: parts.upstream,
    url: upstreamUrl(parts.upstreamUrl, path, query),
    init: { method: c.req.method, headers, ...(body.bytes && { body: body.bytes }) },
    timeoutMs: parts.timeoutMs,
    // A change is never called off: nobody could say whether it had happened.
    ...(c.req.method === 'GET' && { cancelled: c.req.raw.signal }),
  });
}

/** What was not read of a body that is too large makes the connection useless for a next request. */
const refuse = (c: Context<Env>, { status, error }: Refusal) =>
  c.json({ error }, status, status === 413 ? { Connection: 'close' } : {});

/** The upstream no longer takes the credential, so the session is worth nothing. */
async function signOut(c: Context<Env>, { sessions }: Parts, { id }: SignedIn, reply: Response) {
  await reply.body?.cancel();
  sessions.end(c, id);
  return c.json({ error: 'Your sign-in is no longer valid. Sign in again.' }, 401);
}

/** Tells the account's other tabs and colleagues of a change that was made. */
function tellOthers(c: Context<Env>, { channels }: Parts, { user }: SignedIn, allowed: Allowed, reply: Response) {
  if (c.req.method === 'GET' || !reply.ok || !user) return;
  const tab = c.req.header(tabHeader) ?? '';
  channels.publish(user.account_id, {
    type: 'changed',
    resource: allowed.resource,
    operation: allowed.name,
    id: allowed.id,
    tab: /^[\w-]{1,64}$/.test(tab) ? tab : null,
  });
}
