import { lookup } from 'node:dns';
import http from 'node:http';
import https from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { hostOf, isAllowedAddress } from '#server/store/webHooksReach.ts';

/** Of an answer this much is read; the rest is dropped. */
const excerptBytes = 1_000;
export const timeoutMs = 15_000;

/** To where a post may go: anywhere, to public addresses, or to those and this computer. */
export type Reach = 'anywhere' | 'public' | 'public and loopback';
type Answer = { status: number; retryAfter: string | undefined; excerpt: string };

/** Looks a name up and refuses it when an address is out of reach: what is checked here is what gets connected to. */
export const guarded =
  (loopback: boolean, look = lookup): LookupFunction =>
  (name, options, callback) => {
    look(name, { ...options, all: true }, (error, addresses) => {
      const [first] = addresses ?? [];
      if (error || !first) return callback(error ?? new Error(`${name} has no address`), []);
      if (!addresses.every(({ address }) => isAllowedAddress(address, loopback))) {
        return callback(new Error('The address is private'), []);
      }
      if (options.all) callback(null, addresses);
      else callback(null, first.address, first.family);
    });
  };

/** Each reach keeps connections of its own, so that none uses one that another was allowed to open. */
const agentsFor = (lookup: LookupFunction | undefined) => {
  const options = { keepAlive: true, maxSockets: 50, ...(lookup && { lookup }) };
  return { http: new http.Agent(options), https: new https.Agent(options) };
};
const agents = {
  anywhere: agentsFor(undefined),
  public: agentsFor(guarded(false)),
  'public and loopback': agentsFor(guarded(true)),
};

/** Posts to a URL within reach and follows no redirection. Rejects when there is no answer within 15 s. */
export function post(url: string, headers: Record<string, string>, body: string, reach: Reach): Promise<Answer> {
  const host = hostOf(url);
  // An address needs no look-up, so it is checked here.
  if (reach !== 'anywhere' && isIP(host) > 0 && !isAllowedAddress(host, reach === 'public and loopback')) {
    return Promise.reject(new Error('The address is private'));
  }
  const secure = new URL(url).protocol === 'https:';
  const { promise, resolve, reject } = Promise.withResolvers<Answer>();
  const options = { method: 'POST', headers, signal: AbortSignal.timeout(timeoutMs) };
  const request = secure
    ? https.request(url, { ...options, agent: agents[reach].https })
    : http.request(url, { ...options, agent: agents[reach].http });
  request.on('error', (error) => {
    // The endpoint closed a kept connection just as it was used again: that is no answer of its.
    const stale = request.reusedSocket && 'code' in error && error.code === 'ECONNRESET';
    if (stale) resolve(post(url, headers, body, reach));
    else reject(error);
  });
  request.on('response', (response) => {
    beginningOf(response)
      .then((excerpt) =>
        resolve({ status: response.statusCode ?? 0, retryAfter: response.headers['retry-after'], excerpt }),
      )
      .catch(reject);
  });
  request.end(body);
  return promise;
}

async function beginningOf(response: http.IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of response as AsyncIterable<Buffer>) {
    parts.push(part);
    length += part.length;
    if (length >= excerptBytes) break;
  }
  return Buffer.concat(parts).subarray(0, excerptBytes).toString();
}
