import type { Context } from 'hono';
import { priorityHeader, writeBudget } from '#contract/budget.ts';
import { tabHeader } from '#contract/session.ts';
import { findAllowed } from './allowList.ts';
import { audited } from './audit.ts';
import { type ReadBody, readBody } from './body.ts';
import { findCarrier } from './carrier.ts';
import { draftKeyOf } from './drafts.ts';
import { keep, type KeptReply } from './keptReply.ts';
import { broadcastInTurn, carryOut, type Order } from './order.ts';
import type { Env, Parts } from './parts.ts';
import { passOn } from './replies.ts';
import { jarOf } from './sessions.ts';
import { standingOf } from './showBudget.ts';
import { tellOthers } from './tellings.ts';
import { ask, upstreamUrl } from './upstream.ts';

const notFound = { error: 'Not found' };
export const signInFirst = { error: 'Sign in first' };
export const signInAgain = { error: 'Your sign-in is no longer valid. Sign in again.' };

type Refusal = Extract<ReadBody, { ok: false }>;
type Sendable = Exclude<ReadBody, Refusal>;

/**
 * Answers what `/api/*` is asked to change (reads are answered by forwardRead): an operation of the contract goes
 * upstream in the session's name, anything else goes nowhere.
 */
export const forwardChange = (parts: Parts) => async (c: Context<Env>) => {
  const jar = jarOf(c);
  const session = await parts.sessions.use(jar);
  if (!session) return c.json(signInFirst, 401);
  const { pathname, searchParams } = new URL(c.req.url);
  const allowed = findAllowed(c.req.method, pathname, searchParams, parts);
  if (!allowed) return c.json(notFound, 404);
  c.set('operation', allowed.name);
  const body = await readBody(c.req.raw, allowed.operation);
  if (!body.ok) return refuse(c, body);
  const background = c.req.header(priorityHeader.name) === priorityHeader.background;
  const reply = await change(c, parts, { session, allowed, background }, body);
  if (reply.status === 401) {
    // The upstream no longer takes the credential, so the session is worth nothing.
    parts.sessions.end(jar, session.id);
    return c.json(signInAgain, 401);
  }
  return passOn(c, reply, writeBudget(standingOf(parts, session)));
};

/** Answers `/carrier/*`, the simulated phone network, to people who are signed in. */
export const forwardCarrier = (parts: Parts) => async (c: Context<Env>) => {
  if (!(await parts.sessions.use(jarOf(c)))) return c.json(signInFirst, 401);
  const { pathname, searchParams } = new URL(c.req.url);
  const line = findCarrier(c.req.method, pathname, searchParams);
  if (!line) return c.json(notFound, 404);
  c.set('operation', line.name);
  const body = await readBody(c.req.raw, line.operation);
  if (!body.ok) return refuse(c, body);
  const reply = await ask({
    upstream: parts.upstream,
    url: upstreamUrl(parts.upstreamUrl, line.path, line.query),
    init: {
      method: c.req.method,
      headers: { Accept: 'application/json', ...(body.bytes && { 'Content-Type': body.type }) },
      ...(body.bytes && { body: body.bytes }),
    },
    timeoutMs: parts.timeoutMs,
  });
  return passOn(c, await keep(reply), {});
};

/** A change is asked for once. It is never called off: nobody could say whether it had happened. */
async function change(c: Context<Env>, parts: Parts, order: Order, body: Sendable): Promise<KeptReply> {
  const { allowed, session } = order;
  const sent = () => carryOut(parts, order, { method: c.req.method, body });
  const send = async () => {
    const reply = await audited(parts, order, body, () =>
      allowed.name === 'broadcasts.create' ? broadcastInTurn(parts, order, sent) : sent(),
    );
    tellOthers(parts, order, c.req.header(tabHeader), reply);
    return reply;
  };
  const key = c.req.method === 'POST' ? draftKeyOf(c) : undefined;
  return key ? parts.drafts.once(session.username, key, body.bytes, send) : send();
}

/** What was not read of a body that is too large makes the connection useless for a next request. */
const refuse = (c: Context<Env>, { status, error }: Refusal) =>
  c.json({ error }, status, status === 413 ? { Connection: 'close' } : {});
