import { Hono } from 'hono';
import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { failureOf } from './failures.ts';
import { dataHeaders } from './headers.ts';
import { elsewhere, isOwnHost, type Reach } from './hosts.ts';
import { ownReply } from './keptReply.ts';
import type { Metrics } from './metrics.ts';
import type { Passed } from './replies.ts';
import type { Log } from './requestLog.ts';
import type { Jar } from './sessions.ts';

/** A request that is being answered. `operation` names it for log and metrics. */
export type Asked = { incoming: IncomingMessage; outgoing: ServerResponse; jar: Jar; operation: string };

/** What is answered: all of it, or a stream that begins once the headers are out. */
type Answer = Passed | { status: 200; headers: Record<string, string>; stream: (outgoing: ServerResponse) => void };

type Surroundings = { log: Log; metrics: Metrics; reach: Reach; https: boolean };
type Handle = (asked: Asked) => Promise<Answer>;

/**
 * Takes the GETs of `routes` (a path, or the beginning of one up to its last slash) and answers them; answers whether
 * the request was one.
 */
export function takeBare(surroundings: Surroundings, routes: Record<string, Handle>) {
  const bare = new Bare(surroundings);
  return (incoming: IncomingMessage, outgoing: ServerResponse): boolean => {
    if (incoming.method !== 'GET') return false;
    const [path = ''] = (incoming.url ?? '').split('?', 1);
    const handle = routes[path] ?? routes[path.slice(0, path.indexOf('/', 1) + 1)];
    if (!handle) return false;
    void bare.answer(incoming, outgoing, handle);
    return true;
  };
}

/**
 * Answers requests without a Request, a Response and their streams around every message, by the rules of all other
 * routes: own hosts only, the headers of data, a line in the log.
 */
class Bare {
  readonly #log: Log;
  readonly #metrics: Metrics;
  readonly #isOwn: (host: string) => boolean;
  /** Name, value, name, value: what every answer is sent with. */
  #always: string[] | undefined;
  readonly #settled: Promise<string[]>;

  constructor({ log, metrics, reach, https }: Surroundings) {
    this.#log = log;
    this.#metrics = metrics;
    this.#isOwn = isOwnHost(reach);
    this.#settled = headersOf(https).then((lines) => (this.#always = lines));
  }

  /** Answers with what `handle` makes of the request, or with its failure. */
  async answer(incoming: IncomingMessage, outgoing: ServerResponse, handle: Handle) {
    const begun = performance.now();
    const id = randomUUID();
    const cookies: string[] = [];
    const { host = '', cookie = '' } = incoming.headers;
    const jar = { host, cookies: cookie, add: (text: string) => void cookies.push('Set-Cookie', text) };
    const asked = { incoming, outgoing, jar, operation: 'other' };
    const answer = await (this.#isOwn(host) ? handle(asked) : refused()).catch((error: unknown) => {
      const failure = failureOf(error, asked.operation, this.#log);
      return own(failure.status, { error: failure.error }, failure.headers);
    });
    const lines = [...(this.#always ?? (await this.#settled)), ...cookies, 'X-Request-Id', id];
    for (const name in answer.headers) lines.push(name, answer.headers[name] ?? '');
    send(outgoing, answer, lines);
    const ms = performance.now() - begun;
    this.#metrics.observe(asked.operation, answer.status, ms / 1_000);
    this.#log.info({ id, operation: asked.operation, status: answer.status, ms: Math.round(ms * 10) / 10 }, 'request');
  }
}

function send(outgoing: ServerResponse, answer: Answer, lines: string[]) {
  if ('stream' in answer) {
    // The stream ends with its connection: no length before each of its pieces.
    outgoing.useChunkedEncodingByDefault = false;
    outgoing.writeHead(answer.status, lines);
    outgoing.flushHeaders();
    answer.stream(outgoing);
    return;
  }
  const { status, bytes } = answer;
  if (status !== 304) lines.push('Content-Length', String(bytes?.byteLength ?? 0));
  outgoing.writeHead(status, lines);
  outgoing.end(bytes ?? undefined);
}

/** An answer of the gateway's own. */
export const own = (status: number, body: object, headers: Record<string, string> = {}): Passed => ({
  status,
  headers: { 'Content-Type': 'application/json', ...headers },
  bytes: ownReply(status, body).bytes,
});

const refused = async () => own(421, elsewhere);

/** The headers of every other route that answers with data. */
async function headersOf(https: boolean): Promise<string[]> {
  const app = new Hono().use(dataHeaders(https)).get('/', (c) => c.body(null));
  return [...(await app.request('/')).headers].flat();
}
