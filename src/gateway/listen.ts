import { getRequestListener, type HttpBindings } from '@hono/node-server';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { isPlainTarget } from './requestTarget.ts';

type Serve = (request: Request, bindings: HttpBindings) => Response | Promise<Response>;

/** Takes a request and answers it, or answers false and leaves it. */
type Take = (incoming: IncomingMessage, outgoing: ServerResponse) => boolean;

/** An open port. Until `serve` is called everything gets 503; then `take` is offered each request first. */
export type Door = { url: string; serve(fetch: Serve, take?: Take): void; close(): Promise<void> };

/** A client gets these times and sizes, so that slow ones and large headers hold nothing up. */
const patience = {
  maxHeaderSize: 32_768,
  headersTimeout: 10_000,
  requestTimeout: 60_000,
  connectionsCheckingInterval: 2_000,
  keepAliveTimeout: 65_000,
};
const connectionsAtMost = 10_000;

/** Listens on `host:port` (0 takes a free one). Rejects with the system's error when the port is taken. */
export function openDoor(host: string, port: number): Promise<Door> {
  let fetch: Serve = () => Response.json({ error: 'Switchboard is starting' }, { status: 503 });
  let take: Take = () => false;
  const listener = getRequestListener((request, bindings) => fetch(request, bindings as HttpBindings), {
    errorHandler: () => Response.json({ error: 'The request is malformed' }, { status: 400 }),
  });
  const http = createServer(patience, (incoming, outgoing) => {
    if (!isPlainTarget(incoming.url ?? '')) refuse(outgoing);
    else if (!take(incoming, outgoing)) void listener(incoming, outgoing);
  });
  http.maxConnections = connectionsAtMost;
  return new Promise((resolve, reject) => {
    http.once('error', reject);
    http.listen(port, host, () => {
      const serve: Door['serve'] = (served, taking = take) => {
        fetch = served;
        take = taking;
      };
      resolve({ url: urlOf(http, host), serve, close: () => close(http) });
    });
  });
}

function refuse(outgoing: ServerResponse) {
  const body = JSON.stringify({ error: 'The request target is malformed' });
  outgoing.writeHead(400, {
    'Content-Type': 'application/json',
    'X-Content-Type-Options': 'nosniff',
    Connection: 'close',
  });
  outgoing.end(body);
}

const isWildcard = (host: string) => host === '0.0.0.0' || host === '::';

/** Where this machine reaches the server. */
function urlOf(http: Server, host: string): string {
  const { port } = http.address() as AddressInfo;
  const name = isWildcard(host) ? '127.0.0.1' : host;
  return `http://${name.includes(':') ? `[${name}]` : name}:${port}`;
}

/** Ends every connection, streams too. */
const close = (http: Server) =>
  new Promise<void>((done) => {
    http.close(() => done());
    http.closeAllConnections();
  });
