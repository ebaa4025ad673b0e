import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { createGateway, type GatewayOptions } from './gateway.ts';
import { openDoor } from './listen.ts';

type Arrived = { method: string; target: string; headers: IncomingHttpHeaders; body: Buffer };
type Answer = { status?: number; headers?: Record<string, string>; body?: string; breakOff?: true };

/** The one user of the test upstream. */
export const dana = { username: 'dana@example.test', password: 'correct horse' };
export const danaUser = {
  id: 7,
  account_id: 70,
  email: dana.username,
  first_name: 'Dana',
  last_name: 'Reyes',
  role: 'admin',
};

/**
 * A server in place of the hosted API, over real HTTP. It records what arrives, knows Dana and answers the rest with
 * `answer`, by default an empty list.
 */
export async function startUpstream(answer: (request: Arrived) => Answer | Promise<Answer> = () => ({})) {
  const arrived: Arrived[] = [];
  const right = `Basic ${btoa(`${dana.username}:${dana.password}`)}`;
  const http = createServer((request, response) => {
    void (async () => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(Buffer.from(chunk));
      const seen = {
        method: request.method!,
        target: request.url!,
        headers: request.headers,
        body: Buffer.concat(chunks),
      };
      arrived.push(seen);
      const known = request.headers.authorization === right;
      const isSignIn = request.url === '/api/users/current';
      const given: Answer = isSignIn
        ? { status: known ? 200 : 401, body: JSON.stringify(known ? [danaUser] : { error: 'No' }) }
        : await answer(seen);
      if (given.breakOff) return void request.socket.destroy();
      response.writeHead(given.status ?? 200, { 'Content-Type': 'application/json', ...given.headers });
      response.end(given.body ?? '[]');
    })();
  });
  await new Promise<void>((done) => http.listen(0, '127.0.0.1', done));
  onTestFinished(() => http.close().closeAllConnections());
  return {
    origin: `http://127.0.0.1:${(http.address() as AddressInfo).port}`,
    arrived,
    close: () =>
      new Promise<void>((done) => {
        http.close(() => done());
        http.closeAllConnections();
      }),
    /** What arrived besides sign-ins. */
    calls: () => arrived.filter(({ target }) => target !== '/api/users/current'),
  };
}

/** A gateway on a free port, before `upstreamUrl`. `request` speaks as a page of its own would. */
export async function startGateway(options: Partial<GatewayOptions> & { upstreamUrl: string }) {
  const door = await openDoor('127.0.0.1', 0);
  const lines: object[] = [];
  const log = (fields: object, message: string) => void lines.push({ ...fields, message });
  const gateway = createGateway({
    embedded: null,
    hook: null,
    reach: { host: '127.0.0.1' },
    dashboardFolder: join(tmpdir(), 'no such dashboard'),
    sessionSecret: 'a secret that only this test knows, and long enough',
    rateLimitHour: 1_000,
    broadcastIntervalS: 60,
    timeoutMs: 5_000,
    log: { info: log, error: log },
    ...options,
  });
  door.serve((request, bindings) => gateway.fetch(request, bindings), gateway.take);
  onTestFinished(() => door.close());
  const request = (method: string, path: string, { body, headers = {}, cookie }: Sent = {}) =>
    fetch(`${door.url}${path}`, {
      method,
      redirect: 'manual',
      headers: {
        ...(method !== 'GET' && { Origin: door.url, 'X-Requested-With': 'switchboard' }),
        ...(typeof body === 'string' && { 'Content-Type': 'application/json' }),
        ...(cookie && { Cookie: cookie }),
        ...headers,
      },
      ...(body !== undefined && { body }),
    });
  const signIn = async (credentials: object = dana) =>
    cookieOf(await request('POST', '/session', { body: JSON.stringify(credentials) }));
  return { url: door.url, lines, request, signIn, hooks: gateway.hooks };
}

/** A gateway before an upstream that answers so, with Dana signed in; `call` speaks in her name. */
export async function startSignedIn(answer?: Parameters<typeof startUpstream>[0], options = {}) {
  const upstream = await startUpstream(answer);
  const gateway = await startGateway({ upstreamUrl: upstream.origin, ...options });
  const cookie = await gateway.signIn();
  const call = (method: string, path: string, sent: Sent = {}) => gateway.request(method, path, { ...sent, cookie });
  return { ...gateway, upstream, cookie, call };
}

type Sent = { body?: string | FormData; headers?: Record<string, string>; cookie?: string };

/** The cookie that a browser would send after `response`. */
export const cookieOf = (response: Response) => response.headers.getSetCookie()[0]?.split(';')[0] ?? '';

/** Sends `text` as it is and answers everything that comes back until the connection ends. */
export function speak(url: string, text: string): Promise<string> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    let heard = '';
    const socket = connect(Number(port), hostname, () => socket.write(text, 'latin1'));
    socket.setTimeout(5_000, () => socket.destroy());
    socket.on('data', (chunk) => (heard += chunk.toString('latin1')));
    socket.once('error', reject);
    socket.once('close', () => resolve(heard));
  });
}
