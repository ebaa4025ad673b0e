import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import {
  brokenOff,
  type KeptReply,
  replyAtMost,
  type ReplyHeader,
  replyHeaders,
  type ReplyHeaders,
  tooMuch,
} from './keptReply.ts';
import { isRedirect, late, redirected, unreached } from './upstream.ts';
import { type AskWhole, askWholeBy, type Call } from './whole.ts';

const unzip = promisify(gunzip);

type Controller = { abort: (reason: Error) => void };
type Raw = Record<string, string | string[] | undefined>;

/** The part of undici's dispatcher that is used here: https://undici.nodejs.org/#/docs/api/Dispatcher. */
type Dispatcher = {
  dispatch: (
    options: {
      origin: string;
      path: string;
      method: string;
      headers: Record<string, string>;
      body: Uint8Array | null;
      headersTimeout: number;
      bodyTimeout: number;
    },
    handler: {
      onRequestStart: (controller: Controller) => void;
      onResponseStart: (controller: Controller, status: number, headers: Raw) => void;
      onResponseData: (controller: Controller, chunk: Buffer<ArrayBuffer>) => void;
      onResponseEnd: () => void;
      onResponseError: (controller: Controller, error: Error) => void;
    },
  ) => boolean;
};

/** What Node's own `fetch` sends by: the same connections, without a Request, a Response and their streams. */
const dispatcher = (): Dispatcher | undefined => Reflect.get(globalThis, Symbol.for('undici.globalDispatcher.1'));

/** Asks the API at `origin` over HTTP. */
export function askOverHttp(origin: string): AskWhole {
  const byFetch = askWholeBy(fetch, origin);
  return (call) => {
    const way = dispatcher();
    if (!way) return byFetch(call);
    return exchange(way, origin, call);
  };
}

function exchange(way: Dispatcher, origin: string, call: Call): Promise<KeptReply> {
  return new Promise((resolve, reject) => {
    let status = 0;
    let headers: ReplyHeaders = new Fields({});
    let size = 0;
    const chunks: Buffer<ArrayBuffer>[] = [];
    let cancel = () => {};
    const done = () => call.cancelled?.removeEventListener('abort', cancel);
    const options = {
      origin,
      path: call.target,
      method: call.method,
      headers: { ...call.headers, 'Accept-Encoding': 'gzip' },
      body: call.body ?? null,
      headersTimeout: call.timeoutMs,
      bodyTimeout: call.timeoutMs,
    };
    way.dispatch(options, {
      onRequestStart: (controller) => {
        cancel = () => controller.abort(new Error('Nobody waits any more'));
        if (call.cancelled?.aborted) cancel();
        else call.cancelled?.addEventListener('abort', cancel, { once: true });
      },
      onResponseStart: (_, begun, raw) => {
        status = begun;
        headers = new Fields(raw);
      },
      onResponseData: (controller, chunk) => {
        size += chunk.byteLength;
        if (size > replyAtMost) controller.abort(tooMuch());
        else chunks.push(chunk);
      },
      onResponseEnd: () => {
        done();
        const [first, ...others] = chunks;
        const bytes = first && (others.length === 0 ? first : Buffer.concat(chunks, size));
        const reply = { status, headers, bytes: bytes ?? null, at: Date.now() };
        if (isRedirect(status)) reject(redirected());
        else resolve(headers.has('Content-Encoding') ? unpacked(reply) : reply);
      },
      onResponseError: (_, error) => {
        done();
        reject(failure(error, status > 0));
      },
    });
  });
}

/** What a failed exchange means; `begun`: a part of the answer had come. */
function failure(error: Error & { code?: string }, begun: boolean) {
  if (error.name === 'Unanswered') return error;
  if (error.code === 'UND_ERR_HEADERS_TIMEOUT') return late(error);
  return begun ? brokenOff(error) : unreached(error);
}

/** The headers that mean something here, by their place in the list: a remembered reply is to be small. */
class Fields implements ReplyHeaders {
  readonly #values: (string | null)[];

  constructor(raw: Raw) {
    this.#values = lowerNames.map((name) => {
      const value = raw[name];
      return value === undefined ? null : String(value);
    });
  }

  get(name: ReplyHeader): string | null {
    return this.#values[places.get(name) ?? -1] ?? null;
  }

  has(name: ReplyHeader): boolean {
    return this.get(name) !== null;
  }
}

const lowerNames = replyHeaders.map((name) => name.toLowerCase());
const places = new Map(replyHeaders.map((name, place) => [name, place]));

async function unpacked(reply: KeptReply): Promise<KeptReply> {
  try {
    const bytes = reply.bytes && new Uint8Array(await unzip(reply.bytes, { maxOutputLength: replyAtMost }));
    return { ...reply, bytes };
  } catch (cause) {
    throw brokenOff(cause);
  }
}
