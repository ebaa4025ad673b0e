import type { Allowed } from './allowList.ts';
import { resetOf } from './budget.ts';
import { type KeptReply, ownReply } from './keptReply.ts';
import type { Parts } from './parts.ts';
import type { SignedIn } from './sessions.ts';

/** An operation that a session wants done, and whether it can wait. */
export type Order = { session: SignedIn; allowed: Allowed; background: boolean };

type Sent = {
  method: string;
  headers?: Record<string, string>;
  body?: { bytes: Uint8Array<ArrayBuffer> | null; type: string };
  /** Nobody waits for the answer of a read any more. */
  cancelled?: AbortSignal;
};

const wait = (seconds: number, error: string) => ownReply(429, { error }, { 'Retry-After': String(seconds) });

/** Sends an order upstream at the expense of who gave it; 429 without asking upstream where it has to wait. */
export async function carryOut(parts: Parts, order: Order, sent: Sent): Promise<KeptReply> {
  const { session, background } = order;
  if (!background) return spend(parts, order, sent);
  const gone = sent.cancelled ?? AbortSignal.timeout(parts.timeoutMs);
  const end = await parts.turns.take(session.username, gone);
  if (!end) return wait(1, 'Too much background work waits already.');
  try {
    return await spend(parts, order, sent);
  } finally {
    end();
  }
}

async function spend(parts: Parts, { session, allowed, background }: Order, sent: Sent): Promise<KeptReply> {
  const { username } = session;
  const left = parts.budget.take({ username, what: allowed.resource, background });
  if (left > 0) return wait(left, background ? 'The rest of this hour is kept for people.' : allUsed(parts, username));
  let reply: KeptReply | null = null;
  try {
    reply = await parts.askWhole({
      method: sent.method,
      target: allowed.target,
      headers: {
        Accept: 'application/vnd.textus-v2, application/json;q=0.9',
        Authorization: session.authorization,
        ...(sent.body?.bytes && { 'Content-Type': sent.body.type }),
        ...sent.headers,
      },
      body: sent.body?.bytes ?? undefined,
      timeoutMs: parts.timeoutMs,
      cancelled: sent.cancelled,
    });
    return reply;
  } finally {
    parts.budget.settle(username, reply, !isBroadcastLimit(allowed, reply));
    parts.tellings.budgetChanged(parts, session);
  }
}

function allUsed({ budget }: Parts, username: string) {
  return `All ${budget.of(username).limit.toLocaleString('en')} requests of this hour are used.`;
}

/** The second limit: one broadcast in a while for each account. It says nothing of the hour. */
const isBroadcastLimit = ({ name }: Allowed, reply: KeptReply | null) =>
  name === 'broadcasts.create' && reply?.status === 429 && !reply.headers.has('X-RateLimit-Remaining');

/** Sends a broadcast when it is the account's turn; 429 with the wait when it is not. */
export async function broadcastInTurn(parts: Parts, order: Order, send: () => Promise<KeptReply>): Promise<KeptReply> {
  const account = order.session.user?.account_id;
  if (account === undefined) return send();
  const { every } = parts.clocks.of(account);
  const left = parts.clocks.take(account);
  if (left === 0) parts.relay?.tell({ kind: 'broadcast', accountId: account, ms: every * 1_000 });
  if (left > 0) return wait(left, `Only one broadcast every ${every} seconds is allowed.`);
  const reply = await send();
  const retryAt =
    reply.status === 429 ? resetOf(new Headers({ 'Retry-After': reply.headers.get('Retry-After') ?? '' })) : null;
  // What was refused took no turn; a wait that the API names is believed.
  if (reply.status >= 400 && reply.status < 500) {
    const ms = Math.max(0, (retryAt ?? 0) - Date.now());
    parts.clocks.wait(account, ms);
    parts.relay?.tell({ kind: 'broadcast', accountId: account, ms });
  }
  return reply;
}
