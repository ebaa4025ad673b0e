import { Hono } from 'hono';
import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { priorityHeader, writeBudget } from '#contract/budget.ts';
import { findAllowed } from './allowList.ts';
import { accountOf } from './audit.ts';
import { failureOf } from './failures.ts';
import { signInAgain, signInFirst } from './forward.ts';
import { dataHeaders } from './headers.ts';
import { elsewhere, isOwnHost } from './hosts.ts';
import { type KeptReply, ownReply } from './keptReply.ts';
import type { Metrics } from './metrics.ts';
import { carryOut, type Order } from './order.ts';
import type { Parts } from './parts.ts';
import { type Passed, passed } from './replies.ts';
import type { Log } from './requestLog.ts';
import type { Jar } from './sessions.ts';
import { standingOf } from './showBudget.ts';

type Surroundings = { log: Log; metrics: Metrics; https: boolean };

/** A read that is being answered. */
type Reading = { incoming: IncomingMessage; outgoing: ServerResponse; jar: Jar; operation: string };

/**
 * Answers the reads of the API, which are most of what is asked for: the checks and rules of the other routes, without
 * a Request, a Response and their streams around every message.
 */
export class ReadDoor {
  readonly #parts: Parts;
  readonly #log: Log;
  readonly #metrics: Metrics;
  readonly #isOwn: (host: string) => boolean;
  /** Name, value, name, value: what every answer is sent with. */
  readonly #always: Promise<string[]>;

  constructor(parts: Parts, { log, metrics, https }: Surroundings) {
    this.#parts = parts;
    this.#log = log;
    this.#metrics = metrics;
    this.#isOwn = isOwnHost(parts.reach);
    this.#always = headersOf(https);
  }

  /** Takes the request if it is a read of the API; answers whether it was. */
  take(incoming: IncomingMessage, outgoing: ServerResponse): boolean {
    if (incoming.method !== 'GET' || !incoming.url?.startsWith('/api/')) return false;
    void this.#answer(incoming, outgoing);
    return true;
  }

  async #answer(incoming: IncomingMessage, outgoing: ServerResponse) {
    const begun = performance.now();
    const id = randomUUID();
    const cookies: string[] = [];
    const { host = '', cookie = '' } = incoming.headers;
    const jar = { host, cookies: cookie, add: (text: string) => void cookies.push('Set-Cookie', text) };
    const reading = { incoming, outgoing, jar, operation: 'other' };
    const { status, headers, bytes } = await this.#read(reading).catch((error: unknown) => this.#fail(error, reading));
    const lines = [...(await this.#always), ...cookies, 'X-Request-Id', id];
    for (const name in headers) lines.push(name, headers[name] ?? '');
    if (status !== 304) lines.push('Content-Length', String(bytes?.byteLength ?? 0));
    outgoing.writeHead(status, lines);
    outgoing.end(bytes ?? undefined);
    const ms = performance.now() - begun;
    const { operation } = reading;
    this.#metrics.observe(operation, status, ms / 1_000);
    this.#log.info({ id, operation, status, ms: Math.round(ms * 10) / 10 }, 'request');
  }

  async #read(reading: Reading): Promise<Passed> {
    const { incoming, jar } = reading;
    const parts = this.#parts;
    if (!this.#isOwn(jar.host)) return own(421, elsewhere);
    const session = await parts.sessions.use(jar);
    if (!session) return own(401, signInFirst);
    const { path, search } = targetOf(incoming.url ?? '');
    const allowed = findAllowed('GET', path, search, parts);
    if (!allowed) return own(404, { error: 'Not found' });
    reading.operation = allowed.name;
    const background = incoming.headers[lowerPriority] === priorityHeader.background;
    const reply = await this.#ask(reading, { session, allowed, background });
    if (reply.status === 401) {
      // The upstream no longer takes the credential, so the session is worth nothing.
      parts.sessions.end(jar, session.id);
      return own(401, signInAgain);
    }
    return passed(reply, writeBudget(standingOf(parts, session)));
  }

  async #ask({ incoming, outgoing }: Reading, order: Order): Promise<KeptReply> {
    const { session, allowed, background } = order;
    const query = allowed.query.toString();
    const asked = {
      authorization: session.authorization,
      accountId: session.user?.account_id,
      address: query ? `${allowed.path}?${query}` : allowed.path,
      fresh: /no-cache|no-store/.test(incoming.headers['cache-control'] ?? ''),
      background,
      reader: outgoing,
    };
    const reply = await this.#parts.reads.read(asked, (condition, cancelled) =>
      carryOut(this.#parts, order, {
        method: 'GET',
        cancelled,
        ...(condition !== null && { headers: { 'If-None-Match': condition } }),
      }),
    );
    this.#parts.seen.learn(accountOf(session), allowed.resource, asked.address, reply);
    const same = reply.status === 200 && reply.headers.get('ETag') === (incoming.headers['if-none-match'] ?? '');
    return same ? { ...reply, status: 304, bytes: null } : reply;
  }

  #fail(error: unknown, { operation }: Reading): Passed {
    const failure = failureOf(error, operation, this.#log);
    return own(failure.status, { error: failure.error }, failure.headers);
  }
}

const lowerPriority = priorityHeader.name.toLowerCase();

/** An answer of the gateway's own. */
const own = (status: number, body: object, headers: Record<string, string> = {}): Passed => ({
  status,
  headers: { 'Content-Type': 'application/json', ...headers },
  bytes: ownReply(status, body).bytes,
});

function targetOf(url: string) {
  const mark = url.indexOf('?');
  return mark < 0
    ? { path: url, search: new URLSearchParams() }
    : { path: url.slice(0, mark), search: new URLSearchParams(url.slice(mark + 1)) };
}

/** The headers of every other route that answers with data. */
async function headersOf(https: boolean): Promise<string[]> {
  const app = new Hono().use(dataHeaders(https)).get('/', (c) => c.body(null));
  return [...(await app.request('/')).headers].flat();
}
