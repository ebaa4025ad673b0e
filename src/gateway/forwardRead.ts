import { priorityHeader, writeBudget } from '#contract/budget.ts';
import { findAllowed } from './allowList.ts';
import { accountOf } from './audit.ts';
import { type Asked, own } from './bare.ts';
import { signInAgain, signInFirst } from './forward.ts';
import type { KeptReply } from './keptReply.ts';
import { carryOut, type Order } from './order.ts';
import { packed } from './packed.ts';
import type { Parts } from './parts.ts';
import { type Passed, passed } from './replies.ts';
import { standingOf } from './showBudget.ts';

const priorityName = priorityHeader.name.toLowerCase();

/** Answers `GET /api/*`, most of what is asked for: an operation of the contract goes upstream in the session's name. */
export const forwardRead =
  (parts: Parts) =>
  async (asked: Asked): Promise<Passed> => {
    const { incoming, jar } = asked;
    const session = await parts.sessions.use(jar);
    if (!session) return own(401, signInFirst);
    const { path, search } = targetOf(incoming.url ?? '');
    const allowed = findAllowed('GET', path, search, parts);
    if (!allowed) return own(404, { error: 'Not found' });
    asked.operation = allowed.name;
    const background = incoming.headers[priorityName] === priorityHeader.background;
    const reply = await read(parts, asked, { session, allowed, background });
    if (reply.status === 401) {
      // The upstream no longer takes the credential, so the session is worth nothing.
      parts.sessions.end(jar, session.id);
      return own(401, signInAgain);
    }
    const answer = passed(reply, writeBudget(standingOf(parts, session)));
    return packed(answer, incoming.headers['accept-encoding']);
  };

async function read(parts: Parts, { incoming, outgoing }: Asked, order: Order): Promise<KeptReply> {
  const { session, allowed, background } = order;
  const wanted = {
    authorization: session.authorization,
    accountId: session.user?.account_id,
    address: allowed.target,
    fresh: /no-cache|no-store/.test(incoming.headers['cache-control'] ?? ''),
    background,
    reader: outgoing,
  };
  const reply = await parts.reads.read(wanted, (condition, cancelled) =>
    carryOut(parts, order, {
      method: 'GET',
      cancelled,
      ...(condition !== null && { headers: { 'If-None-Match': condition } }),
    }),
  );
  parts.seen.learn(accountOf(session), allowed.resource, wanted.address, reply);
  const same = reply.status === 200 && reply.headers.get('ETag') === (incoming.headers['if-none-match'] ?? '');
  return same ? { ...reply, status: 304, bytes: null } : reply;
}

function targetOf(url: string) {
  const mark = url.indexOf('?');
  return mark < 0
    ? { path: url, search: new URLSearchParams() }
    : { path: url.slice(0, mark), search: new URLSearchParams(url.slice(mark + 1)) };
}
